import EntraIdentity

extension FuzzTarget {
  /// What a token endpoint answers is a token that a header can carry, or an error without the
  /// secret in it. The first byte chooses the status.
  static let token = FuzzTarget { bytes in
    let secret = "fuzz-8Q~secret-that-no-error-may-show"
    let statuses = [200, 400, 401, 403, 404, 429, 500, 503]
    let status = statuses[Int(bytes.first ?? 0) % statuses.count]
    let result: Result<TokenResponse, IdentityError> = Waiting.for {
      let service = FuzzedService(
        end: "/oauth2/v2.0/token", status: status, bytes: Array(bytes.dropFirst()))
      guard let authority = try? Authority(FuzzedService.authority),
        let resolved = await AuthorityResolver(transport: service).examine(authority).resolved
      else { fatalError("the authority is in order") }
      let grant = ClientCredentialsGrant(
        clientID: ClientID("8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4"),
        credential: .secret(Secret(secret), .post), transport: service)
      do throws(IdentityError) {
        return .success(
          try await grant.request(at: TokenEndpoint(resolved), scopes: [.microsoftGraph]))
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .success(let response):
      response.accessToken.withValue { token in
        precondition(!token.isEmpty && token.utf8.allSatisfy { (0x21...0x7E).contains($0) })
      }
    case .failure(let error):
      precondition(!"\(error)".contains(secret), "an error shows the secret")
      precondition("\(error)".utf8.count < 100_000, "an error is as long as the answer")
    }
  }
}
