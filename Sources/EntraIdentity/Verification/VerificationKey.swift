import Crypto
import CryptoExtras
import Foundation

/// A public key that was judged fit to verify with.
enum VerificationKey: Sendable {
  case rsa(_RSA.Signing.PublicKey)
  case p256(P256.Signing.PublicKey)
  case p384(P384.Signing.PublicKey)
  case p521(P521.Signing.PublicKey)

  /// Makes the key of a key set's entry.
  /// - Parameter key: The entry.
  /// - Throws: Why it cannot be used.
  init(_ key: JSONWebKey) throws(SkippedKey.Reason) {
    switch key.kty {
    case "RSA": self = try Self.rsa(key)
    case "EC": self = try Self.ellipticCurve(key)
    case "oct": throw .symmetric
    default: throw .unknownKeyType
    }
  }

  /// RFC 7518, section 6.3.1. Zeros in front are against its section 2, and some servers write them.
  private static func rsa(_ key: JSONWebKey) throws(SkippedKey.Reason) -> VerificationKey {
    guard let n = key.n.flatMap({ Base64URL.decode($0) }),
      let e = key.e.flatMap({ Base64URL.decode($0) })
    else { throw .malformed }
    let modulus = Array(n.drop { $0 == 0 })
    let exponent = Array(e.drop { $0 == 0 })
    if let fault = RSAModulus.fault(modulus: modulus, exponent: exponent) { throw fault }
    guard let key = try? _RSA.Signing.PublicKey(n: modulus, e: exponent) else { throw .malformed }
    return .rsa(key)
  }

  /// RFC 7518, section 6.2.1. A point that is not on its curve would give a forger a way in; the
  /// key types refuse it.
  private static func ellipticCurve(
    _ key: JSONWebKey
  ) throws(SkippedKey.Reason) -> VerificationKey {
    guard let curve = key.crv.flatMap(EllipticCurve.init(rawValue:)) else {
      throw .unsupportedCurve
    }
    guard let x = key.x.flatMap({ Base64URL.decode($0) }), x.count == curve.fieldSize,
      let y = key.y.flatMap({ Base64URL.decode($0) }), y.count == curve.fieldSize
    else { throw .malformed }
    do {
      return switch curve {
      case .p256: .p256(try P256.Signing.PublicKey(rawRepresentation: x + y))
      case .p384: .p384(try P384.Signing.PublicKey(rawRepresentation: x + y))
      case .p521: .p521(try P521.Signing.PublicKey(rawRepresentation: x + y))
      }
    } catch {
      throw .malformed
    }
  }

  /// Whether an algorithm is one of this key's: the curve, too, must be its own.
  func fits(_ algorithm: SignatureAlgorithm) -> Bool {
    switch self {
    case .rsa: algorithm.curve == nil
    case .p256: algorithm.curve == .p256
    case .p384: algorithm.curve == .p384
    case .p521: algorithm.curve == .p521
    }
  }

  /// Two entries with the same value hold the same key.
  var identity: Data {
    switch self {
    case .rsa(let key): key.derRepresentation
    case .p256(let key): key.derRepresentation
    case .p384(let key): key.derRepresentation
    case .p521(let key): key.derRepresentation
    }
  }

  func isValid(
    _ signature: [UInt8], for message: [UInt8], _ algorithm: SignatureAlgorithm
  ) -> Bool {
    switch (self, algorithm) {
    case (.rsa(let key), .rs256):
      isValid(key, signature, SHA256.hash(data: message), .insecurePKCS1v1_5)
    case (.rsa(let key), .rs384):
      isValid(key, signature, SHA384.hash(data: message), .insecurePKCS1v1_5)
    case (.rsa(let key), .rs512):
      isValid(key, signature, SHA512.hash(data: message), .insecurePKCS1v1_5)
    case (.rsa(let key), .ps256): isValid(key, signature, SHA256.hash(data: message), .PSS)
    case (.rsa(let key), .ps384): isValid(key, signature, SHA384.hash(data: message), .PSS)
    case (.rsa(let key), .ps512): isValid(key, signature, SHA512.hash(data: message), .PSS)
    case (.p256(let key), .es256):
      (try? P256.Signing.ECDSASignature(rawRepresentation: signature)).map {
        key.isValidSignature($0, for: SHA256.hash(data: message))
      } ?? false
    case (.p384(let key), .es384):
      (try? P384.Signing.ECDSASignature(rawRepresentation: signature)).map {
        key.isValidSignature($0, for: SHA384.hash(data: message))
      } ?? false
    case (.p521(let key), .es512):
      (try? P521.Signing.ECDSASignature(rawRepresentation: signature)).map {
        key.isValidSignature($0, for: SHA512.hash(data: message))
      } ?? false
    default: false
    }
  }

  private func isValid(
    _ key: _RSA.Signing.PublicKey, _ signature: [UInt8], _ digest: some Digest,
    _ padding: _RSA.Signing.Padding
  ) -> Bool {
    let signature = _RSA.Signing.RSASignature(rawRepresentation: signature)
    return key.isValidSignature(signature, for: digest, padding: padding)
  }
}
