/// Whose assertions an application may present instead of a credential of its own.
package struct FederatedCredential: Sendable {
  /// The id of its entry, by which Graph lists it.
  package var id = GUID.random()
  package var issuer: String
  package var subject: String
  package var audience: String
  /// The outside issuer's public keys; without any, its key set counts as out of reach.
  package var issuerKeys: [RegisteredKey]

  package init(
    issuer: String, subject: String, audience: String = "api://AzureADTokenExchange",
    issuerKeys: [RegisteredKey]
  ) {
    self.issuer = issuer
    self.subject = subject
    self.audience = audience
    self.issuerKeys = issuerKeys
  }
}
