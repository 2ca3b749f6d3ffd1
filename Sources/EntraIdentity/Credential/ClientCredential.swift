/// What an application proves itself with.
public enum ClientCredential: Sendable {
  /// A shared secret, and how it is sent.
  case secret(Secret, SecretMethod)
  /// A certificate and its private key: a fresh assertion is signed for every request.
  case certificate(CertificateCredential)
  /// An assertion that somebody else signed, read at the moment of use.
  case assertion(Secret)
}
