/// Where a certificate and its key are to be read from: PEM in one file or two, or PKCS#12.
package struct CertificateReference: Sendable, Hashable {
  /// Already resolved against the file that names it.
  package let file: String
  /// A second PEM file with the key.
  package let key: String?
  package let passphrase: SecretReference?
  package let sendX5C: Bool

  package init(file: String, key: String?, passphrase: SecretReference?, sendX5C: Bool) {
    self.file = file
    self.key = key
    self.passphrase = passphrase
    self.sendX5C = sendX5C
  }
}
