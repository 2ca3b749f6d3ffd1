import EntraIdentity
import Foundation

/// A client that proves itself by a certificate and its key in one PEM file.
func billingClient(pem: String, environment: [String: String]) throws -> ConfidentialClient {
  let certificate = try CertificateLoader.load(
    certificate: Array(Data(contentsOf: URL(filePath: pem))), key: nil, passphrase: nil,
    sendsChain: false)
  return ConfidentialClient(
    clientID: ClientID("8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4"),
    credential: .certificate(certificate),
    authority: try Authority("https://login.microsoftonline.com/contoso.onmicrosoft.com"),
    transport: try NetworkTransport(configuration: .fromEnvironment(environment)))
}

/// A token for Microsoft Graph: from the cache, once it was fetched.
func graphToken(_ client: ConfidentialClient) async throws -> AcquiredToken {
  try await client.acquireToken(for: [.microsoftGraph])
}
