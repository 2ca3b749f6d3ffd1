import EntraIdentity
import Foundation

/// A client by the identity of the machine or service that this runs on.
func machineClient(environment: [String: String]) throws -> ManagedIdentityClient {
  let platform = try ManagedIdentityPlatform.detect(environment: environment)
  return ManagedIdentityClient(.system, on: platform)
}

/// A token for Azure Resource Manager: from the cache, once it was fetched.
func managementToken(_ client: ManagedIdentityClient) async throws -> AcquiredToken {
  try await client.acquireToken(for: "https://management.azure.com")
}

/// An application that has no credential of its own: a managed identity vouches for it.
func vouchedCredential(_ platform: ManagedIdentityPlatform) -> ClientCredential {
  let identity = ManagedIdentityID.clientID("0f3c1f6e-92a5-4d3c-9f6d-0a7c3a4b5c6d")
  let client = ManagedIdentityClient(identity, on: platform)
  let credential = ClientCredential.assertionProvider(.managedIdentity(client))
  return credential
}

/// Whether the program runs somewhere else than it was meant to.
func isElsewhere(_ error: TokenError) -> Bool {
  switch error.error {
  case .platform(let problem)?: return problem.code == .noManagedIdentity
  case .platformRefused(let refusal)?: return refusal.reason == .identityNotAssigned
  default: return false
  }
}

/// Another token for a resource that has turned the last one down.
func answer(
  _ challenge: String, by client: ManagedIdentityClient
) async throws -> AcquiredToken {
  let claims = ClaimsRequest(challenge: challenge)
  let token = try await client.acquireToken(for: "https://management.azure.com", claims: claims)
  return token
}
