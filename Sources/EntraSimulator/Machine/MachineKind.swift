extension SimulatedMachine.Kind {
  /// Where the endpoint is.
  var path: String {
    switch self {
    case .virtualMachine, .azureArc, .serviceFabric: "/metadata/identity/oauth2/token"
    case .appService: "/msi/token"
    case .machineLearning: "/MSI/auth"
    case .cloudShell: "/oauth2/token"
    }
  }

  /// The parameters by which an identity is chosen; every other is passed over without a word, as
  /// the real ones do.
  var selectors: [(name: String, value: @Sendable (SimulatedMachine.Identity) -> String?)] {
    let objectID = (name: "object_id", value: Self.objectID)
    switch self {
    case .virtualMachine:
      return [("client_id", Self.clientID), objectID, ("msi_res_id", Self.resourceID)]
    case .appService:
      return [
        ("client_id", Self.clientID), objectID, ("principal_id", Self.objectID),
        ("mi_res_id", Self.resourceID),
      ]
    case .machineLearning:
      return [("clientid", Self.clientID), objectID, ("msi_res_id", Self.resourceID)]
    case .serviceFabric, .azureArc, .cloudShell: return []
    }
  }

  @Sendable private static func clientID(_ identity: SimulatedMachine.Identity) -> String? {
    identity.application.clientID
  }

  @Sendable private static func objectID(_ identity: SimulatedMachine.Identity) -> String? {
    identity.application.objectID
  }

  @Sendable private static func resourceID(_ identity: SimulatedMachine.Identity) -> String? {
    identity.resourceID
  }
}
