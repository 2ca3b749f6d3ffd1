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

  /// Where it is from, as far as that may be said: a variable's name, a path, a command's first
  /// word; never a value.
  package var printable: String {
    switch self {
    case .secret(let reference), .federated(.reference(let reference)): reference.printable
    case .certificate(let reference):
      "file \(reference.file)" + (reference.key.map { " with key \($0)" } ?? "")
    case .federated(.managedIdentity(let identity)), .managedIdentity(let identity):
      identity.printable
    }
  }
}
