extension DirectoryOwner {
  /// Reads an entry of `owners`: a user, or a service principal, which has no address.
  init(_ fields: GraphFields) throws(GraphMalformation) {
    let mail = try fields.shown("mail")
    let name = try fields.shown("userPrincipalName")
    self.init(
      id: try fields.guid("id"), displayName: try fields.shown("displayName"),
      address: mail ?? name)
  }
}
