import EntraIdentity

/// The shortest way to a token, by a secret.
func firstToken(secret: Secret, environment: [String: String]) async throws -> AcquiredToken {
  let transport = try NetworkTransport(configuration: .fromEnvironment(environment))
  let client = ConfidentialClient(
    clientID: ClientID("8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4"), credential: .secret(secret, .post),
    authority: try Authority("https://login.microsoftonline.com/contoso.onmicrosoft.com"),
    transport: transport)
  let token = try await client.acquireToken(for: [.microsoftGraph])
  return token
}
