/// What an application proves itself with.
public enum ClientCredential: Sendable {
  /// A shared secret, and how it is sent.
  case secret(Secret, SecretMethod)
  /// A certificate with its private key.
  case certificate(CertificateCredential)
  /// An assertion that somebody else signed.
  case assertion(Secret)
}

/// How a secret is sent (RFC 6749, section 2.3.1).
public enum SecretMethod: Hashable, Sendable {
  /// In the form.
  case post
  /// By HTTP Basic.
  case basic
}
