import Crypto
package import Foundation
import SwiftASN1
import X509

/// A certificate authority that lives for one run: clients are told to trust it and nobody else is.
package struct CertificateAuthority: Sendable {
  /// The authority's own certificate.
  package let root: MintedCertificate

  package init(
    _ commonName: String = "EntraSimulator CA for one run", organization: String? = nil
  ) throws {
    let key = MintedKey.p256()
    let name = try DistinguishedName {
      if let organization { OrganizationName(organization) }
      CommonName(commonName)
    }
    let certificate = try Certificate(
      version: .v3, serialNumber: .init(), publicKey: key.certificateKey.publicKey,
      notValidBefore: Date().addingTimeInterval(-2 * 86_400),
      notValidAfter: Date().addingTimeInterval(30 * 86_400),
      issuer: name, subject: name,
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
        Critical(KeyUsage(keyCertSign: true, cRLSign: true))
        SubjectKeyIdentifier(hash: key.certificateKey.publicKey)
      },
      issuerPrivateKey: key.certificateKey)
    root = try MintedCertificate(certificate, key: key)
  }

  /// The authority's certificate in PEM, for a client's list of trusted roots.
  package var pem: String { root.pem }

  /// A server certificate for host names.
  ///
  /// It never carries an IP address: NIOSSL accepts every host name of a certificate that names the
  /// peer's address, and tests of host names would pass for the wrong reason.
  package func server(
    _ hosts: [String], key: MintedKey = .p256(),
    notBefore: Date = Date().addingTimeInterval(-86_400),
    notAfter: Date = Date().addingTimeInterval(20 * 86_400)
  ) throws -> MintedCertificate {
    let certificate = try Certificate(
      version: .v3, serialNumber: .init(), publicKey: key.certificateKey.publicKey,
      notValidBefore: notBefore, notValidAfter: notAfter, issuer: root.certificate.subject,
      subject: try DistinguishedName { CommonName(hosts.first ?? "nameless") },
      extensions: try Certificate.Extensions {
        Critical(BasicConstraints.notCertificateAuthority)
        Critical(KeyUsage(digitalSignature: true))
        try ExtendedKeyUsage([.serverAuth])
        SubjectAlternativeNames(hosts.map { .dnsName($0) })
        SubjectKeyIdentifier(hash: key.certificateKey.publicKey)
        AuthorityKeyIdentifier(
          keyIdentifier: SubjectKeyIdentifier(hash: root.certificate.publicKey).keyIdentifier)
      },
      issuerPrivateKey: root.key.certificateKey)
    return try MintedCertificate(certificate, key: key)
  }
}
