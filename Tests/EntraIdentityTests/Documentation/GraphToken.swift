import EntraIdentity
import Foundation

/// A token for Microsoft Graph, by a certificate and its key in one PEM file.
func graphToken(pem: String, environment: [String: String]) async throws -> TokenResponse {
  let transport = try NetworkTransport(configuration: .fromEnvironment(environment))
  let authority = try await AuthorityResolver(transport: transport).resolve(
    Authority("https://login.microsoftonline.com/contoso.onmicrosoft.com"))
  let certificate = try CertificateLoader.load(
    certificate: Array(Data(contentsOf: URL(filePath: pem))), key: nil, passphrase: nil,
    sendsChain: false)
  let client = ConfidentialClient(
    clientID: ClientID("8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4"),
    credential: .certificate(certificate), transport: transport,
    product: ProductIdentity(sku: "billing-sync", version: "1.0"))
  let scopes = ["https://graph.microsoft.com/.default"].compactMap(Scope.init)
  return try await client.acquireToken(at: authority, scopes: scopes)
}
