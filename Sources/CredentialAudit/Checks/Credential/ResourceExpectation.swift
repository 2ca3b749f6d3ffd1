import EntraIdentity

extension CredentialObservation {
  /// What is expected of the token of one acquisition. Of several resources each has a token of its
  /// own: an expected audience is one of them, and an expected role is in the token for its API.
  func expectation(of acquisition: AcquisitionObservation) -> TokenExpectations {
    let expected = planned.credential.expectation
    guard acquisitions.count > 1 else { return expected }
    if let audience = expected.audience {
      let names = KnownResource.names(of: audience)
      guard acquisitions.contains(where: { $0.isFor(names) }) else { return expected }
      return acquisition.isFor(names) ? expected : TokenExpectations()
    }
    // Which API defines a role is not written anywhere: it is missing where no token has it, and
    // that is known only where all of them can be read.
    let granted = acquisitions.map(\.roles)
    guard !granted.contains(nil) else { return TokenExpectations() }
    let all = granted.compactMap(\.self).flatMap(\.self)
    return TokenExpectations(roles: expected.roles.filter { !all.contains($0) })
  }
}

extension AcquisitionObservation {
  fileprivate var roles: [String]? {
    guard case .token(let token) = outcome, case .jwt(let claims, _) = token.verification else {
      return nil
    }
    return claims.roles
  }

  fileprivate func isFor(_ names: [String]) -> Bool {
    scopes.contains { scope in
      scope.resource.map { !Set(KnownResource.names(of: $0)).isDisjoint(with: names) } ?? false
    }
  }
}
