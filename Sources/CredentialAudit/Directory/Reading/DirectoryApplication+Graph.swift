import Foundation

extension DirectoryApplication {
  /// Reads an application that was asked for with all that an audit looks at.
  /// - Parameters:
  ///   - fields: The application, with its owners.
  ///   - federations: Its federated credentials, by its object id; nil for one that was not heard of.
  ///   - owners: Owners that were read before; the few that own much are kept once.
  /// - Throws: What is wrong with it.
  init(
    _ fields: GraphFields, federations: (UUID) -> [DirectoryFederation]?,
    owners: inout Set<DirectoryOwner>
  ) throws(GraphMalformation) {
    let objectID = try fields.guid("id")
    self.init(
      objectID: objectID, appID: try fields.guid("appId"),
      displayName: try fields.shown("displayName"),
      createdAt: try fields.date("createdDateTime"), deletedAt: try fields.date("deletedDateTime"),
      isDisabled: try Self.isDisabled(fields),
      passwords: try fields.list("passwordCredentials") { fields throws(GraphMalformation) in
        try DirectoryPassword(fields)
      },
      keys: try fields.list("keyCredentials") { fields throws(GraphMalformation) in
        try DirectoryKey(fields)
      },
      federations: federations(objectID),
      owners: try fields.list("owners") { fields throws(GraphMalformation) in
        owners.insert(try DirectoryOwner(fields)).memberAfterInsert
      })
  }

  /// Reads a deleted application, of which nobody asks more than whether and when.
  init(deleted fields: GraphFields) throws(GraphMalformation) {
    self.init(
      objectID: try fields.guid("id"), appID: try fields.guid("appId"),
      displayName: try fields.shown("displayName"),
      createdAt: try fields.date("createdDateTime"), deletedAt: try fields.date("deletedDateTime"),
      isDisabled: false, passwords: [], keys: [], federations: nil, owners: nil)
  }

  /// The same application with its federated credentials.
  func with(federations: [DirectoryFederation]) -> DirectoryApplication {
    DirectoryApplication(
      objectID: objectID, appID: appID, displayName: displayName, createdAt: createdAt,
      deletedAt: deletedAt, isDisabled: isDisabled, passwords: passwords, keys: keys,
      federations: federations, owners: owners)
  }

  private static func isDisabled(_ fields: GraphFields) throws(GraphMalformation) -> Bool {
    if try fields.bool("isDisabled") == true { return true }
    let status = try fields.shown("disabledByMicrosoftStatus")
    return status != nil && status != "NotDisabled"
  }
}
