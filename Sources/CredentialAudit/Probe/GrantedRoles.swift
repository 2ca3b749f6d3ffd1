import EntraIdentity

extension CredentialObservation {
  /// Most applications have a handful; what a server says is bounded all the same.
  private static let mostRoles = 256

  /// What the tokens that were obtained allow, each role once and sorted; nil where no token could be
  /// read, which is not the same as a token without roles.
  var grantedRoles: [String]? {
    let claims = acquisitions.compactMap { acquisition -> TokenClaims? in
      guard case .token(let token) = acquisition.outcome,
        case .jwt(let claims, _) = token.verification
      else { return nil }
      return claims
    }
    guard !claims.isEmpty else { return nil }
    let roles = Set(claims.flatMap(\.roles).map { $0.cleaned(maximum: 120) })
    return Array(roles.sorted().prefix(Self.mostRoles))
  }
}
