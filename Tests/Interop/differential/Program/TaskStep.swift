import EntraIdentity

/// One thing that a task's client is asked: a token, or to forget its tokens.
struct TaskStep: Decodable {
  let scopes: [String]?
  let tenant: String?
  /// A claims challenge, as JSON.
  let claims: String?

  func outcome(_ client: ConfidentialClient) async throws -> StepOutcome {
    guard let scopes else {
      await client.removeTokens()
      return .removed
    }
    let tenant = try tenant.map { try required(TenantID($0), "tenant") }
    let claims = try claims.map { try required(ClaimsRequest($0), "claims") }
    do throws(TokenError) {
      let token = try await client.acquireToken(
        for: scopes.compactMap(Scope.init), tenant: tenant, claims: claims)
      return StepOutcome(token)
    } catch {
      return StepOutcome(error)
    }
  }
}
