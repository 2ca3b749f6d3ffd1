import Crypto
package import Foundation
import SwiftASN1
import X509

/// A certificate with its private key, made for a test or a run of the simulator.
package struct MintedCertificate: Sendable {
  let certificate: Certificate
  package let key: MintedKey
  package let der: [UInt8]

  init(_ certificate: Certificate, key: MintedKey) throws {
    self.certificate = certificate
    self.key = key
    var serializer = DER.Serializer()
    try serializer.serialize(certificate)
    der = serializer.serializedBytes
  }

  /// A client certificate that is its own issuer, which is what most application registrations
  /// hold.
  package static func client(
    _ commonName: String = "credaudit test client", key: MintedKey? = nil,
    notBefore: Date = Date().addingTimeInterval(-86_400),
    notAfter: Date = Date().addingTimeInterval(365 * 86_400)
  ) throws -> MintedCertificate {
    let key = try key ?? .reusableRSA(0)
    let name = try DistinguishedName { CommonName(commonName) }
    let certificate = try Certificate(
      version: .v3, serialNumber: .init(), publicKey: key.certificateKey.publicKey,
      notValidBefore: notBefore, notValidAfter: notAfter, issuer: name, subject: name,
      extensions: try Certificate.Extensions {
        Critical(KeyUsage(digitalSignature: true))
        try ExtendedKeyUsage([.clientAuth])
      },
      issuerPrivateKey: key.certificateKey)
    return try MintedCertificate(certificate, key: key)
  }

  package var notBefore: Date { certificate.notValidBefore }
  package var notAfter: Date { certificate.notValidAfter }

  /// The certificate in PEM.
  package var pem: String {
    PEMDocument(type: "CERTIFICATE", derBytes: der).pemString + "\n"
  }

  /// The private key as PKCS#8 in PEM.
  package var keyPEM: String { key.pkcs8PEM }

  /// The header member `x5t` (RFC 7515, section 4.1.7).
  package var sha1Thumbprint: String { Base64URL.encode(Insecure.SHA1.hash(data: der)) }

  /// The header member `x5t#S256` (RFC 7515, section 4.1.8).
  package var sha256Thumbprint: String { Base64URL.encode(SHA256.hash(data: der)) }
}
