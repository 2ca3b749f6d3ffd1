/// A `certificate`.
enum CertificateForm {
  static func read(_ field: Field) -> CertificateReference? {
    if case .scalar = field.node.content, !field.node.isNothing {
      field.report(
        .wrongType, "a certificate is referred to by its file",
        hint: "write {file: path}, and key: path where the key is in another file")
      return nil
    }
    guard
      let fields = field.fields(
        "a mapping of file, key, passphrase and send_x5c",
        known: ["file", "key", "passphrase", "send_x5c"])
    else { return nil }
    let file = fields.required("file")?.filePath()
    let key = fields["key"]?.filePath()
    let passphrase = fields["passphrase"].flatMap { ReferenceForm.read($0, "a passphrase") }
    let sendX5C = fields["send_x5c"]?.boolean()
    guard let file else { return nil }
    return CertificateReference(
      file: file, key: key, passphrase: passphrase, sendX5C: sendX5C ?? false)
  }
}
