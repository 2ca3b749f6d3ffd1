/// A policy for single applications (`appManagementPolicies`).
package struct ListedException: Sendable {
  package var id: String
  package var displayName: String
  /// Its own switch, and what it allows.
  package var policy: ListedPolicy
  /// Registrations and service principals, by their object ids.
  package var applicationIDs: [String]
  package var principalIDs: [String]

  package init(
    id: String = GUID.random(), displayName: String = "An exception", _ policy: ListedPolicy,
    applicationIDs: [String] = [], principalIDs: [String] = []
  ) {
    self.id = id
    self.displayName = displayName
    self.policy = policy
    self.applicationIDs = applicationIDs
    self.principalIDs = principalIDs
  }

  /// Every member that Graph knows of it, in its order.
  var entry: GraphEntry {
    GraphEntry(members: [
      .init(name: "id", value: .string(id)),
      .init(name: "displayName", value: .string(displayName)),
      .init(name: "description", value: .string("")),
      .init(name: "isEnabled", value: .bool(policy.isEnabled)),
      .init(name: "restrictions", value: policy.restrictions),
    ])
  }

  /// Whom it is for.
  var objects: [GraphEntry] {
    let typed =
      applicationIDs.map { ("#microsoft.graph.application", $0) }
      + principalIDs.map { ("#microsoft.graph.servicePrincipal", $0) }
    return typed.map { type, id in
      GraphEntry(members: [
        .init(name: "@odata.type", value: .string(type)), .init(name: "id", value: .string(id)),
      ])
    }
  }
}
