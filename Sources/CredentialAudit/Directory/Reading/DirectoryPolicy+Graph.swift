import Foundation

extension DirectoryPolicy {
  /// Reads `defaultAppManagementPolicy`: of the rules for applications, the shortest that is enabled. A
  /// policy that is not enabled has none.
  init(_ fields: GraphFields) throws(GraphMalformation) {
    let rules = try fields.object("applicationRestrictions")
    let isEnabled = try fields.bool("isEnabled") ?? false
    func longest(_ list: String, _ type: String) throws(GraphMalformation) -> Double? {
      guard isEnabled, let rules else { return nil }
      let lives = try rules.list(list) { rule throws(GraphMalformation) -> Double? in
        guard try rule.exact("restrictionType") == type, try rule.exact("state") == "enabled"
        else { return nil }
        return try rule.duration("maxLifetime")
      }
      return lives.compactMap(\.self).min()
    }
    self.init(
      longestPassword: try longest("passwordCredentials", "passwordLifetime"),
      longestCertificate: try longest("keyCredentials", "asymmetricKeyLifetime"))
  }
}
