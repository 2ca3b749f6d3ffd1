/// How much Graph lets one application ask of one tenant.
package struct GraphQuota: Sendable, Hashable {
  /// Resource units in ten seconds, for one application in one tenant.
  package var units: Int
  /// Lists with `keyCredentials` in a minute, for all applications of a tenant.
  package var keyLists: Int

  package init(units: Int, keyLists: Int = 150) {
    self.units = units
    self.keyLists = keyLists
  }

  /// The documented quota of a tenant of so many users.
  package init(users: Int) {
    self.init(units: users < 50 ? 3_500 : users <= 500 ? 5_000 : 8_000)
  }
}
