import Crypto

/// The algorithms that client assertions are signed with, by their JWA names (RFC 7518, 3.1).
public enum SigningAlgorithm: String, Hashable, Sendable, CaseIterable, Codable {
  /// RSASSA-PSS with SHA-256.
  case ps256 = "PS256"
  /// RSASSA-PKCS1-v1_5 with SHA-256.
  case rs256 = "RS256"
  /// ECDSA on P-256 with SHA-256.
  case es256 = "ES256"
  /// ECDSA on P-384 with SHA-384.
  case es384 = "ES384"
  /// ECDSA on P-521 with SHA-512.
  case es512 = "ES512"

  /// The one algorithm of a curve (RFC 7518, section 3.4).
  init(curve: EllipticCurve) {
    switch curve {
    case .p256: self = .es256
    case .p384: self = .es384
    case .p521: self = .es512
    }
  }

  /// Brings a signature from OpenSSL's form into JWS's: RFC 7518, section 3.4, wants both numbers
  /// of an ECDSA signature at full length one after the other, not DER.
  func jwsSignature(_ signature: [UInt8]) throws -> [UInt8] {
    switch self {
    case .ps256, .rs256:
      signature
    case .es256:
      Array(try P256.Signing.ECDSASignature(derRepresentation: signature).rawRepresentation)
    case .es384:
      Array(try P384.Signing.ECDSASignature(derRepresentation: signature).rawRepresentation)
    case .es512:
      Array(try P521.Signing.ECDSASignature(derRepresentation: signature).rawRepresentation)
    }
  }
}
