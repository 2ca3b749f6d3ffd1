/// Why a credential that was read cannot be used: a stable word and a sentence that holds no secret.
public struct CredentialProblem: Error, Hashable, Sendable {
  /// The stable words.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// No certificate is in what was read.
    case notACertificate = "not-a-certificate"
    /// No private key is in what was read.
    case noPrivateKey = "no-private-key"
    /// The key or the bundle is encrypted, and no passphrase is given.
    case passphraseNeeded = "passphrase-needed"
    /// The passphrase does not open the key or the bundle.
    case wrongPassphrase = "wrong-passphrase"
    /// The private key belongs to another certificate.
    case keyMismatch = "key-mismatch"
    /// The key's kind or size is not taken by this kind of authority.
    case unsupportedKey = "unsupported-key"
    /// The key or the bundle is encrypted in a way that this machine's OpenSSL cannot open, or that
    /// takes too long to open.
    case unsupportedEncryption = "unsupported-encryption"
    /// The file is larger than any certificate.
    case tooLarge = "too-large"
    /// What was read is damaged.
    case malformed = "malformed-credential"
    /// Signing failed.
    case signingFailed = "signing-failed"
  }

  /// The stable word.
  public let code: Code
  /// One sentence for a person; it names what was found, never a value.
  public let detail: String

  /// Makes a problem.
  /// - Parameters:
  ///   - code: The stable word.
  ///   - detail: One sentence without any secret in it.
  public init(_ code: Code, _ detail: String) {
    self.code = code
    self.detail = detail
  }
}
