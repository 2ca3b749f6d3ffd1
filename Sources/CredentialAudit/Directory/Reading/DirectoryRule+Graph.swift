extension DirectoryRule {
  /// Reads the rules for the life of credentials; there are others, for how they are made.
  /// - Parameter restrictions: `appManagementConfiguration`; nil where there is none.
  /// - Returns: One for each of them, those that are disabled included.
  /// - Throws: What is wrong with them.
  static func list(
    of restrictions: GraphFields?
  ) throws(GraphMalformation) -> [DirectoryRule] {
    guard let restrictions else { return [] }
    return try list(of: restrictions, "passwordCredentials", "passwordLifetime", .secret)
      + list(of: restrictions, "keyCredentials", "asymmetricKeyLifetime", .certificate)
  }

  private static func list(
    of restrictions: GraphFields, _ name: String, _ type: String, _ kind: DirectoryEntry.Kind
  ) throws(GraphMalformation) -> [DirectoryRule] {
    try restrictions.list(name) { rule throws(GraphMalformation) -> DirectoryRule? in
      guard try rule.exact("restrictionType") == type else { return nil }
      let isEnabled = try rule.isEnabled
      return DirectoryRule(
        kind, longest: isEnabled ? try rule.duration("maxLifetime") : nil,
        createdAfter: try rule.date("restrictForAppsCreatedAfterDateTime"))
    }.compactMap(\.self)
  }
}

extension GraphFields {
  /// A rule without a state is in force: it was written before there were states, or by one who left it
  /// out. A state that is neither lifts no rule unseen.
  fileprivate var isEnabled: Bool {
    get throws(GraphMalformation) {
      switch try exact("state") {
      case nil, "enabled": true
      case "disabled": false
      default: throw GraphMalformation("a rule's state is neither enabled nor disabled")
      }
    }
  }
}
