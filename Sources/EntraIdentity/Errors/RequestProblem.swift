/// Why a request was not sent: it could not have been answered.
public enum RequestProblem: String, Hashable, Sendable, CaseIterable {
  /// This kind of authority gives no token without a scope.
  case noScope = "no-scope"
  /// A tenant was named for an authority whose family has none in its URL.
  case tenantNotApplicable = "tenant-not-applicable"
  /// A managed identity is asked for a token of no resource, or is named by an empty id.
  case noResource = "no-resource"
}
