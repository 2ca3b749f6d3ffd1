import Crypto
package import Foundation
import SwiftASN1
import X509

/// Makes certificates for whoever only reads their dates and thumbprints.
package enum CertificateMint {
  private static let key = P256.Signing.PrivateKey()

  /// A self-signed certificate in DER. Dates from 2050 on are written as GeneralizedTime (RFC 5280,
  /// section 4.1.2.5).
  package static func der(_ name: String, from: Date, to: Date) throws -> [UInt8] {
    let subject = try DistinguishedName { CommonName(name) }
    let signer = Certificate.PrivateKey(key)
    let certificate = try Certificate(
      version: .v3, serialNumber: .init(bytes: [0x0A, 0x01]), publicKey: signer.publicKey,
      notValidBefore: from, notValidAfter: to, issuer: subject, subject: subject,
      signatureAlgorithm: .ecdsaWithSHA256, extensions: .init(), issuerPrivateKey: signer)
    var serializer = DER.Serializer()
    try serializer.serialize(certificate)
    return serializer.serializedBytes
  }
}
