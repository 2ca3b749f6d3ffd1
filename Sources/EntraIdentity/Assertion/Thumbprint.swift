import Crypto

/// The digest of a certificate's DER form (RFC 7515, sections 4.1.7 and 4.1.8).
///
/// SHA-1 is a name here, not a proof: AD FS and dSTS look certificates up by it. ``CertificatePin``
/// alone proves something by it, because Service Fabric gives nothing better.
struct Thumbprint: Hashable, Sendable {
  let bytes: [UInt8]

  static func sha1(of der: [UInt8]) -> Thumbprint {
    Thumbprint(bytes: Array(Insecure.SHA1.hash(data: der)))
  }

  static func sha256(of der: [UInt8]) -> Thumbprint {
    Thumbprint(bytes: Array(SHA256.hash(data: der)))
  }

  /// As `x5t` and `x5t#S256` have it: base64url without padding.
  var base64URL: String { Base64URL.encode(bytes) }
}
