/// A user who owns an application.
package struct ListedOwner: Sendable {
  package var id: String
  package var displayName: String
  package var userPrincipalName: String
  package var mail: String?

  package init(
    id: String = GUID.random(), displayName: String, userPrincipalName: String, mail: String? = nil
  ) {
    self.id = id
    self.displayName = displayName
    self.userPrincipalName = userPrincipalName
    self.mail = mail
  }

  /// What a caller sees who may read users, and one who may not.
  func members(userIsKnown: Bool) -> [JSONValue.Member] {
    [
      .init(name: "@odata.type", value: "#microsoft.graph.user"),
      .init(name: "id", value: .string(id)),
      .init(name: "displayName", value: userIsKnown ? .string(displayName) : .null),
      .init(name: "mail", value: userIsKnown ? .text(mail) : .null),
      .init(name: "userPrincipalName", value: userIsKnown ? .string(userPrincipalName) : .null),
    ]
  }
}
