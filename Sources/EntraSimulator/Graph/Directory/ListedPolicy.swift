/// The tenant's rule for how long credentials may live (`defaultAppManagementPolicy`).
package struct ListedPolicy: Sendable {
  package var isEnabled: Bool
  /// The longest life of a password as ISO 8601 writes it, such as `P180D`; nil for no rule.
  package var passwordLifetime: String?
  /// The longest life of a certificate; nil for no rule.
  package var keyLifetime: String?
  /// Whether each rule is in force, by its own switch.
  package var rulesAreEnabled: Bool

  package init(
    isEnabled: Bool = true, passwordLifetime: String? = nil, keyLifetime: String? = nil,
    rulesAreEnabled: Bool = true
  ) {
    self.isEnabled = isEnabled
    self.passwordLifetime = passwordLifetime
    self.keyLifetime = keyLifetime
    self.rulesAreEnabled = rulesAreEnabled
  }

  /// What a tenant answers that never set one.
  package static let neverSet = Self(isEnabled: false)

  var restrictions: JSONValue {
    [
      "passwordCredentials": rule("passwordLifetime", passwordLifetime),
      "keyCredentials": rule("asymmetricKeyLifetime", keyLifetime),
    ]
  }

  private func rule(_ type: String, _ lifetime: String?) -> JSONValue {
    guard let lifetime else { return [] }
    return [
      [
        "restrictionType": .string(type), "maxLifetime": .string(lifetime),
        "restrictForAppsCreatedAfterDateTime": "2019-10-19T10:37:00Z",
        "state": rulesAreEnabled ? "enabled" : "disabled", "excludeActors": .null,
      ]
    ]
  }
}
