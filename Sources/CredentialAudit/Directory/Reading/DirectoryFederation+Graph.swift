extension DirectoryFederation {
  /// Reads an entry of `federatedIdentityCredentials`.
  init(_ fields: GraphFields) throws(GraphMalformation) {
    guard let issuer = try fields.exact("issuer") else {
      throw fields.missing("issuer")
    }
    self.init(
      id: try fields.guid("id"), name: try fields.shown("name") ?? "", issuer: issuer,
      subject: try fields.exact("subject"), audiences: try fields.texts("audiences"))
  }
}
