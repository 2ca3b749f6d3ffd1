/// The algorithms that a token's signature is accepted in (RFC 7518, section 3.1). `none` and the
/// HMACs are not in the list and cannot get in: a public key would be their secret.
enum SignatureAlgorithm: String, Hashable, Sendable, CaseIterable {
  case rs256 = "RS256"
  case rs384 = "RS384"
  case rs512 = "RS512"
  case ps256 = "PS256"
  case ps384 = "PS384"
  case ps512 = "PS512"
  case es256 = "ES256"
  case es384 = "ES384"
  case es512 = "ES512"

  /// The curve that an ECDSA algorithm is bound to; nil for RSA.
  var curve: EllipticCurve? {
    switch self {
    case .es256: .p256
    case .es384: .p384
    case .es512: .p521
    default: nil
    }
  }
}
