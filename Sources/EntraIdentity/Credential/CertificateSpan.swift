package import Foundation

/// By what a certificate is known and when it holds: what an audit of thousands needs of each, without
/// the names, the key and the signature, which take most of the time.
package struct CertificateSpan: Hashable, Sendable {
  /// SHA-1 of the DER form, upper-case hexadecimal.
  package let thumbprintSHA1: String
  /// SHA-256 of the DER form, upper-case hexadecimal.
  package let thumbprintSHA256: String
  /// The first moment of its validity.
  package let notBefore: Date
  /// The last moment of its validity.
  package let notAfter: Date

  /// Reads a certificate; nil where the bytes are none.
  package init?(der: [UInt8]) {
    guard let certificate = ParsedCertificate(der: der) else { return nil }
    thumbprintSHA1 = Hexadecimal.upperCase(Thumbprint.sha1(of: der).bytes)
    thumbprintSHA256 = Hexadecimal.upperCase(Thumbprint.sha256(of: der).bytes)
    notBefore = certificate.notBefore
    notAfter = certificate.notAfter
  }
}
