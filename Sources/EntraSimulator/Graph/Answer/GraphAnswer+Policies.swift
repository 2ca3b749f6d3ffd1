extension GraphAnswer {
  /// The tenant's own rules.
  var policy: SimulatedResponse {
    let rules = directory.policy
    return .json([
      "@odata.context": .string(
        metadata("policies/defaultAppManagementPolicy/$entity")),
      "id": "00000000-0000-0000-0000-000000000000",
      "displayName": "Default app management tenant policy",
      "description": "Default tenant policy that enforces app management restrictions.",
      "isEnabled": .bool(rules.isEnabled), "applicationRestrictions": rules.restrictions,
      "servicePrincipalRestrictions": rules.restrictions,
    ])
  }

  /// Policies for single applications.
  var exceptions: GraphListing {
    GraphListing(
      directory.exceptions, type: "appManagementPolicy", context: "policies/appManagementPolicies",
      entry: \.entry)
  }

  /// Whom one of them is for.
  func objects(ofException id: String) throws(GraphError) -> GraphListing {
    guard let found = directory.exceptions.first(where: { $0.id.lowercased() == id.lowercased() })
    else { throw .noSuchObject(id) }
    return GraphListing(found.objects, type: "directoryObject", context: "directoryObjects") { $0 }
  }
}
