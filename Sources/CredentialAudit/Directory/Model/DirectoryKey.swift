package import Foundation

/// An entry of `keyCredentials`: what the directory knows of a certificate or key.
package struct DirectoryKey: Sendable, Hashable {
  /// The certificate itself, where the directory gave it and it can be read.
  package struct Certificate: Sendable, Hashable {
    /// Upper-case hex.
    package let thumbprintSHA1: String
    /// Upper-case hex.
    package let thumbprintSHA256: String
    package let notBefore: Date
    /// The certificate's own end, which wins over the entry's.
    package let notAfter: Date

    package init(
      thumbprintSHA1: String, thumbprintSHA256: String, notBefore: Date, notAfter: Date
    ) {
      self.thumbprintSHA1 = thumbprintSHA1
      self.thumbprintSHA256 = thumbprintSHA256
      self.notBefore = notBefore
      self.notAfter = notAfter
    }
  }

  package let keyID: UUID
  /// As somebody wrote it: untrusted.
  package let displayName: String?
  /// `AsymmetricX509Cert`, `X509CertAndPassword`, `Symmetric`, or what the service thinks of next.
  package let type: String?
  /// `Verify`, `Sign`, `Encrypt`.
  package let usage: String?
  package let start: Date?
  package let end: Date?
  /// By default the SHA-1 thumbprint of the certificate, but any bytes that the writer chose.
  package let customKeyIdentifier: [UInt8]?
  package let certificate: Certificate?

  package init(
    keyID: UUID, displayName: String?, type: String?, usage: String?, start: Date?, end: Date?,
    customKeyIdentifier: [UInt8]?, certificate: Certificate?
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
}
