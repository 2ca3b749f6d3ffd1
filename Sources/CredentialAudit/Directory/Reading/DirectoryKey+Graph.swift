import EntraIdentity

extension DirectoryKey {
  /// Reads an entry of `keyCredentials`.
  init(_ fields: GraphFields) throws(GraphMalformation) {
    self.init(
      keyID: try fields.guid("keyId"), displayName: try fields.shown("displayName"),
      type: try fields.shown("type", maximum: 64).map(Self.shared),
      usage: try fields.shown("usage", maximum: 64),
      start: try fields.date("startDateTime"), end: try fields.date("endDateTime"),
      customKeyIdentifier: try fields.bytes("customKeyIdentifier"),
      certificate: try fields.bytes("key").flatMap(Certificate.init))
  }

  /// The same text in one place: of tens of thousands of keys nearly all are of the first kind.
  private static func shared(_ type: String) -> String {
    for known in ["AsymmetricX509Cert", "X509CertAndPassword"] where known == type { return known }
    return type
  }
}

extension DirectoryKey.Certificate {
  /// Reads a certificate; nil where the bytes are none, as of a symmetric key.
  init?(_ der: [UInt8]) {
    guard let span = CertificateSpan(der: der) else { return nil }
    self.init(
      thumbprintSHA1: span.thumbprintSHA1, thumbprintSHA256: span.thumbprintSHA256,
      notBefore: span.notBefore, notAfter: span.notAfter)
  }
}
