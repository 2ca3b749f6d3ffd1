import Crypto
import Foundation
import SwiftASN1
import X509

/// A certificate authority and one server's certificate, minted for a test.
struct TestCertificate {
  let authorityPEM: String
  let certificatePEM: String
  let keyPEM: String

  /// Mints for a name. There is no address among the names on purpose: TLS would accept any host
  /// whose address it is.
  static func mint(
    for name: String = "localhost", from start: TimeInterval = -3600, to end: TimeInterval = 3600,
    by organization: String? = nil, named commonName: String = "Test Root \(UUID().uuidString)"
  ) throws -> TestCertificate {
    let rootKey = P256.Signing.PrivateKey()
    let root = try DistinguishedName {
      if let organization { OrganizationName(organization) }
      CommonName(commonName)
    }
    let now = Date()
    let authority = try Certificate(
      version: .v3, serialNumber: .init(), publicKey: .init(rootKey.publicKey),
      notValidBefore: now - 86_400, notValidAfter: now + 86_400, issuer: root, subject: root,
      signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
        Critical(KeyUsage(keyCertSign: true))
      },
      issuerPrivateKey: .init(rootKey))
    let key = P256.Signing.PrivateKey()
    let leaf = try Certificate(
      version: .v3, serialNumber: .init(), publicKey: .init(key.publicKey),
      notValidBefore: now + start, notValidAfter: now + end, issuer: root,
      subject: try DistinguishedName { CommonName(name) }, signatureAlgorithm: .ecdsaWithSHA256,
      extensions: try Certificate.Extensions {
        SubjectAlternativeNames([.dnsName(name)])
      },
      issuerPrivateKey: .init(rootKey))
    return TestCertificate(
      authorityPEM: try authority.serializeAsPEM().pemString,
      certificatePEM: try leaf.serializeAsPEM().pemString, keyPEM: key.pemRepresentation)
  }
}

/// A file that lives as long as the test that holds it.
final class TestFile: Sendable {
  let path: String

  init(_ text: String) throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("test-\(UUID().uuidString).pem").path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
