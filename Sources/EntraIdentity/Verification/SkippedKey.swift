/// An entry of a key set that cannot verify a signature here, and why. RFC 7517, section 5, asks
/// readers to pass over what they do not understand instead of refusing the set.
public struct SkippedKey: Hashable, Sendable {
  /// Why a key cannot be used.
  public enum Reason: String, Error, Hashable, Sendable, CaseIterable {
    /// The entry is not an object, or a number is not what it should be.
    case malformed = "malformed-key"
    /// Its `kty` is not one that signs access tokens.
    case unknownKeyType = "unknown-key-type"
    /// It is a shared key: whoever can read the set could sign with it.
    case symmetric = "symmetric-key"
    /// Its `use` or `key_ops` says that it does not verify signatures.
    case notForSigning = "not-for-signing"
    /// It has no `kid`, so that no token can name it.
    case noKeyID = "no-kid"
    /// Another entry has the same `kid`.
    case duplicateKeyID = "duplicate-kid"
    /// Its `alg` is not one that is accepted, or not one of its kind.
    case unsupportedAlgorithm = "unsupported-algorithm"
    /// Its curve is not one of P-256, P-384 and P-521.
    case unsupportedCurve = "unsupported-curve"
    /// Its modulus has fewer than 2048 bits.
    case modulusTooSmall = "modulus-too-small"
    /// Its modulus has more than 8192 bits: verifying with it would cost too much.
    case modulusTooLarge = "modulus-too-large"
    /// Its modulus was made by a generator whose private keys can be computed (CVE-2017-15361).
    case weakModulus = "weak-modulus"
  }

  /// The entry's `kid`, where it has one.
  public let keyID: String?
  /// Why it is passed over.
  public let reason: Reason
}
