import Crypto
import CryptoExtras
import Foundation
import Synchronization
import X509

/// A private key made for a test or a run of the simulator.
package struct MintedKey: Sendable {
  enum Kind: Sendable {
    case rsa(_RSA.Signing.PrivateKey)
    case p256(P256.Signing.PrivateKey)
  }
  let kind: Kind

  /// A new RSA key. It takes a noticeable part of a second: see ``reusableRSA(_:)``.
  package static func rsa(bits: Int = 2048) throws -> MintedKey {
    MintedKey(kind: .rsa(try _RSA.Signing.PrivateKey(unsafeKeySize: .init(bitCount: bits))))
  }

  /// A new key on the curve P-256.
  package static func p256() -> MintedKey { MintedKey(kind: .p256(P256.Signing.PrivateKey())) }

  private static let pool = Mutex<[Int: MintedKey]>([:])

  /// An RSA-2048 key that is made once in a process: equal numbers give equal keys.
  package static func reusableRSA(_ number: Int) throws -> MintedKey {
    // Made under the lock on purpose: two tests that want the same key want one generation.
    try pool.withLock { keys in
      if let key = keys[number] { return key }
      let key = try rsa()
      keys[number] = key
      return key
    }
  }

  /// The private key as PKCS#8 in PEM.
  package var pkcs8PEM: String {
    let text =
      switch kind {
      case .rsa(let key): key.pkcs8PEMRepresentation
      case .p256(let key): key.pemRepresentation
      }
    return text.hasSuffix("\n") ? text : text + "\n"
  }

  /// The public key as SubjectPublicKeyInfo in PEM.
  package var publicPEM: String {
    let text =
      switch kind {
      case .rsa(let key): key.publicKey.pemRepresentation
      case .p256(let key): key.publicKey.pemRepresentation
      }
    return text.hasSuffix("\n") ? text : text + "\n"
  }

  /// The public key as a JSON Web Key (RFC 7517).
  package func publicJWK(keyID: String) throws -> JSONValue {
    switch kind {
    case .rsa(let key):
      let parts = try key.publicKey.getKeyPrimitives()
      return [
        "kty": "RSA", "use": "sig", "kid": .string(keyID),
        "n": .string(Base64URL.encode(parts.modulus)),
        "e": .string(Base64URL.encode(parts.publicExponent)),
      ]
    case .p256(let key):
      let point = key.publicKey.rawRepresentation
      return [
        "kty": "EC", "use": "sig", "kid": .string(keyID), "crv": "P-256",
        "x": .string(Base64URL.encode(point.prefix(32))),
        "y": .string(Base64URL.encode(point.suffix(32))),
      ]
    }
  }

  /// Signs by a JWS algorithm (RFC 7518, section 3.1): `RS256`, `PS256` or `ES256`.
  package func signature(_ algorithm: String, over bytes: [UInt8]) throws -> [UInt8] {
    switch (kind, algorithm) {
    case (.rsa(let key), "RS256"):
      return Array(
        try key.signature(for: bytes, padding: .insecurePKCS1v1_5).rawRepresentation)
    case (.rsa(let key), "PS256"):
      return Array(try key.signature(for: bytes, padding: .PSS).rawRepresentation)
    case (.p256(let key), "ES256"):
      return Array(try key.signature(for: bytes).rawRepresentation)
    default:
      throw MintingProblem.algorithmDoesNotFitKey(algorithm)
    }
  }

  var certificateKey: Certificate.PrivateKey {
    switch kind {
    case .rsa(let key): Certificate.PrivateKey(key)
    case .p256(let key): Certificate.PrivateKey(key)
    }
  }
}

/// Why something could not be minted.
package enum MintingProblem: Error, Hashable {
  case algorithmDoesNotFitKey(String)
}
