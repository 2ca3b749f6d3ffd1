/// One entry of `suppressions`, as written. Globs; tenant and check are always there.
package struct InventorySuppression: Sendable, Hashable {
  package let tenant: String
  package let check: String
  package let application: String?
  package let credential: String?
  package let reason: String
  package let owner: String
  /// `yyyy-mm-dd`.
  package let until: String
  package let location: SourceLocation

  init(
    tenant: String, check: String, application: String?, credential: String?, reason: String,
    owner: String, until: String, location: SourceLocation
  ) {
    self.tenant = tenant
    self.check = check
    self.application = application
    self.credential = credential
    self.reason = reason
    self.owner = owner
    self.until = until
    self.location = location
  }
}
