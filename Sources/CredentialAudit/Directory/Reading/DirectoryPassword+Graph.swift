extension DirectoryPassword {
  /// Reads an entry of `passwordCredentials`.
  init(_ fields: GraphFields) throws(GraphMalformation) {
    self.init(
      keyID: try fields.guid("keyId"), displayName: try fields.shown("displayName"),
      hint: try fields.shown("hint", maximum: 16), start: try fields.date("startDateTime"),
      end: try fields.date("endDateTime"),
      customKeyIdentifier: try fields.bytes("customKeyIdentifier"))
  }
}
