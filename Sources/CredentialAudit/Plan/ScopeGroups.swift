package import EntraIdentity

/// The scopes of a credential as the token endpoint takes them: for client credentials Entra issues
/// a token for one resource at a time, so several resources are several acquisitions.
package enum ScopeGroups {
  /// One list of scopes for each acquisition.
  /// - Parameters:
  ///   - scopes: What the inventory asks for; nil leaves it to the authority's cloud.
  ///   - authority: Where the token is asked for.
  /// - Returns: The lists, in the inventory's order.
  package static func of(_ scopes: [Scope]?, at authority: Authority) -> [[Scope]] {
    switch authority.kind {
    case .oidc, .adfs:
      // RFC 6749, section 4.4.2: the scope is optional, and one request carries all of them.
      return [scopes ?? []]
    case .entra, .b2c, .ciam, .dsts:
      let wanted = scopes ?? [authority.cloud?.defaultScope].compactMap(\.self)
      var groups: [(resource: String, scopes: [Scope])] = []
      for scope in wanted {
        let resource = scope.resource ?? scope.value
        if let position = groups.firstIndex(where: { $0.resource == resource }) {
          groups[position].scopes.append(scope)
        } else {
          groups.append((resource, [scope]))
        }
      }
      return groups.map(\.scopes)
    }
  }
}
