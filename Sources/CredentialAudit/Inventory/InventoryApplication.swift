package import EntraIdentity

/// One app registration: a `client_id` in one tenant. Overrides are already applied: what is here
/// is what holds.
package final class InventoryApplication: Sendable {
  package let name: String
  package let clientID: ClientID
  package let credentials: [InventoryCredential]
  /// What holds for credentials of it that are not declared.
  package let terms: InventoryTerms
  package let location: SourceLocation

  init(
    name: String, clientID: ClientID, credentials: [InventoryCredential],
    terms: InventoryTerms = InventoryTerms(), location: SourceLocation
  ) {
    self.name = name
    self.clientID = clientID
    self.credentials = credentials
    self.terms = terms
    self.location = location
  }
}
