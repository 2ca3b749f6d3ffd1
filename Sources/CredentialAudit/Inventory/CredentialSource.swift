/// What a credential is, and where it is to be read from. It holds references, never values.
package enum CredentialSource: Sendable, Hashable {
  case secret(SecretReference)
  case certificate(CertificateReference)
  case federated(AssertionReference)
  case managedIdentity(ManagedIdentityReference)

  /// The word for it in every output.
  package var word: String {
    switch self {
    case .secret: "secret"
    case .certificate: "certificate"
    case .federated: "federated"
    case .managedIdentity: "managed_identity"
    }
  }
}
