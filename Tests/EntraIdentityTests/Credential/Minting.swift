import Crypto
import CryptoExtras
import Foundation
import SwiftASN1
import X509

/// Keys are slow to make: each is made once, and shared by all tests.
enum MintedKeys {
  static let rsa = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }
  static let otherRSA = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }
  static let p256 = P256.Signing.PrivateKey()
  static let otherP256 = P256.Signing.PrivateKey()
  static let p384 = P384.Signing.PrivateKey()
  static let p521 = P521.Signing.PrivateKey()
}

/// A certificate minted for a test.
struct Minted {
  let certificate: Certificate
  let der: [UInt8]
  let pem: String

  init(
    _ name: String, key: Certificate.PrivateKey,
    issuedBy issuer: (String, Certificate.PrivateKey)? = nil,
    serial: [UInt8] = [0x0A, 0x01], from: Date = Date(timeIntervalSince1970: 1_790_000_000),
    to: Date = Date(timeIntervalSince1970: 1_800_000_000)
  ) throws {
    let subject = try DistinguishedName { CommonName(name) }
    let issuerName = try DistinguishedName { CommonName(issuer?.0 ?? name) }
    let signer = issuer?.1 ?? key
    certificate = try Certificate(
      version: .v3, serialNumber: .init(bytes: serial), publicKey: key.publicKey,
      notValidBefore: from, notValidAfter: to, issuer: issuerName, subject: subject,
      signatureAlgorithm: RSAOrEC.algorithm(for: signer), extensions: .init(),
      issuerPrivateKey: signer)
    var serializer = DER.Serializer()
    try serializer.serialize(certificate)
    der = serializer.serializedBytes
    pem = PEMDocument(type: "CERTIFICATE", derBytes: der).pemString + "\n"
  }

  private enum RSAOrEC {
    static func algorithm(for key: Certificate.PrivateKey) -> Certificate.SignatureAlgorithm {
      if P256.Signing.PublicKey(key.publicKey) != nil { return .ecdsaWithSHA256 }
      if P384.Signing.PublicKey(key.publicKey) != nil { return .ecdsaWithSHA384 }
      if P521.Signing.PublicKey(key.publicKey) != nil { return .ecdsaWithSHA512 }
      return .sha256WithRSAEncryption
    }
  }
}

/// The usual cast: a self-signed RSA certificate, one on each curve, and a chain of three.
enum Cast {
  static let rsa = Result { try Minted("billing", key: .init(MintedKeys.rsa.get())) }
  static let p256 = Result { try Minted("curve", key: .init(MintedKeys.p256)) }
  static let p384 = Result { try Minted("curve", key: .init(MintedKeys.p384)) }
  static let p521 = Result { try Minted("curve", key: .init(MintedKeys.p521)) }
  static let root = Result { try Minted("Root", key: .init(MintedKeys.p384)) }
  static let intermediate = Result {
    try Minted("Issuing", key: .init(MintedKeys.p256), issuedBy: ("Root", .init(MintedKeys.p384)))
  }
  static let leaf = Result {
    try Minted(
      "leaf", key: .init(MintedKeys.rsa.get()), issuedBy: ("Issuing", .init(MintedKeys.p256)))
  }
}
