import EntraIdentity
import Foundation

/// What a request to the resource carries.
func bearer(_ token: TokenResponse) -> String {
  let header = token.accessToken.withValue { "Bearer \($0)" }
  return header
}

/// Asks again while what is wrong may pass.
func patientToken(
  _ client: ConfidentialClient, at authority: ResolvedAuthority, scopes: [Scope]
) async throws -> TokenResponse {
  let token = try await RetryPolicy().run(time: SystemTime()) { _ throws(IdentityError) in
    try await client.acquireToken(at: authority, scopes: scopes)
  }
  return token
}

/// A client that proves itself by what stands in a file now.
func federatedClient(
  path: String, clientID: ClientID, transport: any HTTPTransport, product: ProductIdentity
) throws -> ConfidentialClient {
  let assertion = Secret(try String(contentsOfFile: path, encoding: .utf8))
  let client = ConfidentialClient(
    clientID: clientID, credential: .assertion(assertion), transport: transport, product: product)
  return client
}
