import Crypto
package import Foundation

/// An entry of `keyCredentials`.
package struct ListedKey: Sendable {
  package var keyID: String
  package var displayName: String?
  /// `AsymmetricX509Cert`, `X509CertAndPassword` or `Symmetric`.
  package var type: String?
  /// `Verify` for client credentials, `Sign` for a SAML certificate's private half.
  package var usage: String?
  package var start: Date?
  package var end: Date?
  /// By default the SHA-1 thumbprint; any bytes that the writer chose.
  package var customKeyIdentifier: [UInt8]?
  /// The certificate in DER; nil where the service keeps it to itself.
  package var certificate: [UInt8]?

  package init(
    keyID: String = GUID.random(), displayName: String? = nil, type: String? = "AsymmetricX509Cert",
    usage: String? = "Verify", start: Date? = ListedApplication.usualCreation, end: Date?,
    customKeyIdentifier: [UInt8]? = nil, certificate: [UInt8]? = nil
  ) {
    self.keyID = keyID
    self.displayName = displayName
    self.type = type
    self.usage = usage
    self.start = start
    self.end = end
    self.customKeyIdentifier = customKeyIdentifier
    self.certificate = certificate
  }

  /// The entry that uploading a certificate makes.
  package init(
    _ certificate: MintedCertificate, keyID: String = GUID.random(),
    displayName: String? = "CN=billing", usage: String = "Verify"
  ) {
    self.init(
      keyID: keyID, displayName: displayName, usage: usage, start: certificate.notBefore,
      end: certificate.notAfter, customKeyIdentifier: Self.thumbprint(certificate.der),
      certificate: certificate.der)
  }

  /// The entry of a key that the token endpoint takes; nil where that is no certificate, which a
  /// directory does not hold.
  package init?(_ key: RegisteredKey) {
    guard case .certificate(let der) = key.material else { return nil }
    self.init(
      keyID: key.entryID, displayName: "CN=billing", start: key.start, end: key.end,
      customKeyIdentifier: Self.thumbprint(der), certificate: der)
  }

  private static func thumbprint(_ der: [UInt8]) -> [UInt8] { Array(Insecure.SHA1.hash(data: der)) }

  var value: JSONValue {
    [
      "customKeyIdentifier": .base64(customKeyIdentifier), "displayName": .text(displayName),
      "endDateTime": .time(end), "key": .base64(certificate), "keyId": .string(keyID),
      "startDateTime": .time(start), "type": .text(type), "usage": .text(usage),
    ]
  }
}
