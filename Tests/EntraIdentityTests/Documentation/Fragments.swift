import EntraIdentity
import Foundation

/// What a request to the resource carries.
func bearer(_ token: AcquiredToken) -> String {
  let header = token.accessToken.withValue { "Bearer \($0)" }
  return header
}

/// A credential that is read anew whenever it is needed.
func federatedCredential(path: String) -> ClientCredential {
  let credential = ClientCredential.assertionProvider(
    AssertionProvider { _ in Secret(try String(contentsOfFile: path, encoding: .utf8)) })
  return credential
}

/// A token of another tenant.
func tokenElsewhere(
  _ client: ConfidentialClient, tenant: String
) async throws -> AcquiredToken {
  let token = try await client.acquireToken(for: [.microsoftGraph], tenant: TenantID(tenant))
  return token
}

/// Another token, after a resource has refused one with a claims challenge.
func answer(
  _ challenge: String, with client: ConfidentialClient
) async throws -> AcquiredToken {
  let token = try await client.acquireToken(
    for: [.microsoftGraph], claims: ClaimsRequest(challenge: challenge))
  return token
}

/// Whether to wait, and how long, where there is no token.
func pause(after error: TokenError) -> Duration? {
  switch error.origin {
  case .live: error.isTransient ? error.retryAfter ?? .seconds(5) : nil
  case .throttled, .remembered: error.retryAfter
  }
}

/// The answer of this moment, whatever is cached or remembered.
func liveToken(_ client: ConfidentialClient) async throws -> AcquiredToken {
  let token = try await client.acquireToken(
    for: [.microsoftGraph], options: AcquisitionOptions(freshness: .live))
  return token
}
