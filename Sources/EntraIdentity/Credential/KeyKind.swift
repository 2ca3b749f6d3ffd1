/// The kinds of key that a certificate may hold, as far as signing tells them apart.
enum KeyKind: Hashable, Sendable, CustomStringConvertible {
  case rsa(bits: Int)
  case ellipticCurve(EllipticCurve)
  case other(String)

  var description: String {
    switch self {
    case .rsa(let bits): "RSA \(bits)"
    case .ellipticCurve(let curve): "EC \(curve.rawValue)"
    case .other(let name): name
    }
  }
}

/// The curves of RFC 7518, section 6.2.1.1, by their JWK names.
enum EllipticCurve: String, Hashable, Sendable, CaseIterable {
  case p256 = "P-256"
  case p384 = "P-384"
  case p521 = "P-521"

  /// The bytes of one coordinate, and of one half of a raw signature.
  var fieldSize: Int {
    switch self {
    case .p256: 32
    case .p384: 48
    case .p521: 66
    }
  }
}
