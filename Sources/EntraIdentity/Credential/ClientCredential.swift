/// What an application proves itself with.
public enum ClientCredential: Sendable {
  /// A shared secret, and how it is sent.
  case secret(Secret, SecretMethod)
  /// A certificate and its private key, by which assertions are signed here.
  indirect case certificate(CertificateCredential)
  /// An assertion that somebody else signed. It ends, usually within the hour: only for a process
  /// that is gone by then. A token that came by it says so in ``AcquiredToken/warnings``.
  case assertion(Secret)
  /// Assertions that somebody else signs, asked for when they are needed.
  case assertionProvider(AssertionProvider)
}
