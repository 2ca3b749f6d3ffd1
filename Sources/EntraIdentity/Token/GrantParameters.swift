/// What a token is asked for by client credentials (RFC 6749, section 4.4.2), apart from who asks.
struct GrantParameters: Hashable, Sendable {
  /// What for; empty where the authority gives a token without.
  var scopes: [Scope]
  /// The `claims` parameter, all its sources merged.
  var claims: ClaimsRequest?
  /// `fmi_path`: which of its federated managed identities the application asks for.
  var fmiPath: String?

  /// The form's fields, scopes sorted and each once, empty ones left out.
  var fields: [(String, String)] {
    var fields: [(String, String)] = []
    let scope = Set(scopes).sorted().map(\.value).joined(separator: " ")
    if !scope.isEmpty { fields.append(("scope", scope)) }
    if let claims { fields.append(("claims", claims.text)) }
    if let fmiPath, !fmiPath.isEmpty { fields.append(("fmi_path", fmiPath)) }
    return fields
  }

  /// Refuses what could not be answered.
  /// - Parameter kind: The authority's family.
  /// - Throws: ``RequestProblem/noScope`` where a family that wants scopes gets none.
  func check(for kind: AuthorityKind) throws(IdentityError) {
    guard !scopes.isEmpty || kind == .oidc || kind == .adfs else { throw .request(.noScope) }
  }
}
