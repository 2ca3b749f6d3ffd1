package import Foundation

/// A public key that an application may sign its assertions with.
package struct RegisteredKey: Sendable {
  enum Material: Sendable {
    case certificate([UInt8])
    case publicKeyPEM(String)
    case jwk(JSONValue)
  }
  let material: Material
  /// The `kid` that names it, where one was registered.
  package var keyID: String?
  /// The id of its entry, by which Graph lists it.
  package var entryID = GUID.random()
  package var start: Date
  package var end: Date

  /// A certificate; it is in force from `start` to `end`, which are its own dates unless said
  /// otherwise.
  package static func certificate(
    _ certificate: MintedCertificate, start: Date? = nil, end: Date? = nil
  ) -> Self {
    Self(
      material: .certificate(certificate.der), keyID: nil,
      start: start ?? certificate.notBefore, end: end ?? certificate.notAfter)
  }

  /// A certificate as DER.
  package static func certificate(der: [UInt8], start: Date, end: Date) -> Self {
    Self(material: .certificate(der), keyID: nil, start: start, end: end)
  }

  /// A public key in PEM, for a generic issuer.
  package static func publicKey(pem: String, keyID: String? = nil) -> Self {
    Self(
      material: .publicKeyPEM(pem), keyID: keyID, start: .distantPast, end: .distantFuture)
  }

  /// A JSON Web Key, for a generic issuer.
  package static func jwk(_ jwk: JSONValue) -> Self {
    Self(
      material: .jwk(jwk), keyID: jwk["kid"]?.text, start: .distantPast, end: .distantFuture)
  }
}
