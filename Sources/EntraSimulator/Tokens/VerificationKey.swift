import Crypto
import CryptoExtras
import Foundation
import SwiftASN1
import X509

/// The public half of a registered key, ready to verify with.
enum VerificationKey: Sendable {
  case rsa(_RSA.Signing.PublicKey)
  case p256(P256.Signing.PublicKey)

  /// Nil where the registered material is not a key that the service takes.
  init?(_ registered: RegisteredKey) {
    switch registered.material {
    case .certificate(let der):
      guard let certificate = try? Certificate(derEncoded: der) else { return nil }
      self.init(certificate.publicKey)
    case .publicKeyPEM(let pem):
      guard let key = try? Certificate.PublicKey(pemEncoded: pem) else { return nil }
      self.init(key)
    case .jwk(let jwk): self.init(jwk: jwk)
    }
  }

  private init?(_ key: Certificate.PublicKey) {
    if let rsa = _RSA.Signing.PublicKey(key) {
      self = .rsa(rsa)
    } else if let p256 = P256.Signing.PublicKey(key) {
      self = .p256(p256)
    } else {
      return nil
    }
  }

  private init?(jwk: JSONValue) {
    func number(_ name: String) -> [UInt8]? { jwk[name]?.text.flatMap { Base64URL.decode($0) } }
    switch jwk["kty"]?.text {
    case "RSA":
      guard let n = number("n"), let e = number("e"),
        let key = try? _RSA.Signing.PublicKey(n: n, e: e)
      else { return nil }
      self = .rsa(key)
    case "EC":
      guard jwk["crv"]?.text == "P-256", let x = number("x"), let y = number("y"),
        let key = try? P256.Signing.PublicKey(rawRepresentation: x + y)
      else { return nil }
      self = .p256(key)
    default: return nil
    }
  }

  /// Whether the signature is the key's over the bytes, by a JWS algorithm. The algorithm must fit
  /// the key's type, or one could be passed off as the other (RFC 8725, section 3.1).
  func verifies(_ signature: [UInt8], over bytes: [UInt8], algorithm: String) -> Bool {
    switch (self, algorithm) {
    case (.rsa(let key), "RS256"):
      return key.isValidSignature(
        .init(rawRepresentation: signature), for: bytes, padding: .insecurePKCS1v1_5)
    case (.rsa(let key), "PS256"):
      return key.isValidSignature(
        .init(rawRepresentation: signature), for: bytes, padding: .PSS)
    case (.p256(let key), "ES256"):
      guard let parsed = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else {
        return false
      }
      return key.isValidSignature(parsed, for: bytes)
    default: return false
    }
  }
}
