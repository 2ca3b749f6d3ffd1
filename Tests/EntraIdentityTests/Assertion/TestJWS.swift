import Crypto
import CryptoExtras
import Foundation

@testable import EntraIdentity

/// Writes and takes apart compact JWS without the code under test.
enum TestJWS {
  enum Signer {
    case rs256(_RSA.Signing.PrivateKey)
    case ps256(_RSA.Signing.PrivateKey)
    case es256(P256.Signing.PrivateKey)

    func sign(_ input: Data) throws -> Data {
      switch self {
      case .rs256(let key):
        try key.signature(for: input, padding: .insecurePKCS1v1_5).rawRepresentation
      case .ps256(let key): try key.signature(for: input, padding: .PSS).rawRepresentation
      case .es256(let key): try key.signature(for: input).rawRepresentation
      }
    }
  }

  /// A JWS whose signature is over `signedHeader`, where that is another than what is sent.
  static func write(
    header: String, payload: String, signedHeader: String? = nil, _ signer: Signer
  ) throws -> String {
    let input = encode(signedHeader ?? header) + "." + encode(payload)
    let signature = try signer.sign(Data(input.utf8))
    return encode(header) + "." + encode(payload) + "." + encode(signature)
  }

  static func encode(_ text: String) -> String { encode(Data(text.utf8)) }

  static func encode(_ data: Data) -> String {
    data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }

  static func decode(_ text: Substring) -> Data? {
    let plain = text.replacing("-", with: "+").replacing("_", with: "/")
    return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4))
  }

  struct Parts {
    let header: [String: Any]
    let claims: [String: Any]
    let headerText: String
    let claimsText: String
    let input: Data
    let signature: Data
  }

  struct Unreadable: Error {}

  static func parts(of assertion: Secret) throws -> Parts {
    try assertion.withValue { text in
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 3, let header = decode(parts[0]), let claims = decode(parts[1]),
        let signature = decode(parts[2]),
        let headerObject = try JSONSerialization.jsonObject(with: header) as? [String: Any],
        let claimsObject = try JSONSerialization.jsonObject(with: claims) as? [String: Any]
      else { throw Unreadable() }
      return Parts(
        header: headerObject, claims: claimsObject,
        headerText: String(decoding: header, as: UTF8.self),
        claimsText: String(decoding: claims, as: UTF8.self),
        input: Data((parts[0] + "." + parts[1]).utf8), signature: signature)
    }
  }
}

/// Credentials out of the usual cast.
enum TestCredential {
  static func rsa(sendsChain: Bool = false) throws -> CertificateCredential {
    let bundle = try Cast.leaf.get().pem + Cast.root.get().pem + Cast.intermediate.get().pem
    return try load(bundle, MintedKeys.rsa.get().pemRepresentation, sendsChain)
  }
  static func p256() throws -> CertificateCredential {
    try load(Cast.p256.get().pem, MintedKeys.p256.pemRepresentation)
  }
  static func p384() throws -> CertificateCredential {
    try load(Cast.p384.get().pem, MintedKeys.p384.pemRepresentation)
  }
  static func p521() throws -> CertificateCredential {
    try load(Cast.p521.get().pem, MintedKeys.p521.pemRepresentation)
  }

  private static func load(
    _ certificate: String, _ key: String, _ sendsChain: Bool = false
  ) throws -> CertificateCredential {
    try CertificateLoader.load(
      certificate: Array(certificate.utf8), key: Array(key.utf8), passphrase: nil,
      sendsChain: sendsChain)
  }
}
