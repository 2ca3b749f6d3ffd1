/// Something that the reader of a run should know and that is no verdict on a subject.
package struct RunNotice: Sendable, Hashable, Codable {
  /// A stable kebab-case word.
  package let code: String
  package let message: String
  /// Whose it is, for a report that shows one customer only: a tenant's name, or a pattern, which is
  /// nobody's name, where it may be about several. Nil where it is the whole run's and names nobody.
  package let tenant: String?

  package init(code: String, message: String, tenant: String? = nil) {
    self.code = code
    self.message = message
    self.tenant = tenant
  }
}
