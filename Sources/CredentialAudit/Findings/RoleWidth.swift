import EntraIdentity

/// How much a token may do, as far as the names of its roles tell.
package enum RoleWidth: Int, Sendable, Hashable, CaseIterable {
  /// No role that was seen.
  case none
  /// Roles over parts, or of APIs whose names tell nothing.
  case narrow
  /// Reads all there is of something.
  case readsAll
  /// Writes all there is of something, or hands out rights.
  case writesAll

  /// The widest of them. Microsoft Graph's names end with `.All` where a permission holds for the
  /// whole tenant (Microsoft Graph permissions reference, naming pattern).
  package init(of roles: [String]) {
    self = roles.map(Self.init(role:)).max { $0.rawValue < $1.rawValue } ?? .none
  }

  /// From 0 for the widest.
  package var isWiderLast: Int { Self.allCases.count - 1 - rawValue }

  private init(role: String) {
    let role = role.lowercased()
    let parts = role.split(separator: ".")
    let writes = ["write", "fullcontrol", "manage", "accessasuser"].contains(where: role.holds)
    guard parts.last == "all" || parts.first == "rolemanagement" else {
      self = .narrow
      return
    }
    self =
      writes || parts.first == "rolemanagement" && parts.contains("readwrite")
      ? .writesAll : .readsAll
  }
}
