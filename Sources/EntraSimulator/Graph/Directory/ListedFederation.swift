/// An entry of `federatedIdentityCredentials`.
package struct ListedFederation: Sendable {
  package var id: String
  package var name: String
  package var issuer: String
  package var subject: String?
  package var audiences: [String]

  package init(
    id: String = GUID.random(), name: String, issuer: String, subject: String?,
    audiences: [String] = ["api://AzureADTokenExchange"]
  ) {
    self.id = id
    self.name = name
    self.issuer = issuer
    self.subject = subject
    self.audiences = audiences
  }

  /// The entry by which the token endpoint takes another issuer's assertions.
  package init(_ credential: FederatedCredential, name: String) {
    self.init(
      id: credential.id, name: name, issuer: credential.issuer, subject: credential.subject,
      audiences: [credential.audience])
  }

  var members: [JSONValue.Member] {
    [
      .init(name: "id", value: .string(id)), .init(name: "name", value: .string(name)),
      .init(name: "issuer", value: .string(issuer)), .init(name: "subject", value: .text(subject)),
      .init(name: "description", value: .null),
      .init(name: "audiences", value: JSONValue(audiences)),
    ]
  }
}
