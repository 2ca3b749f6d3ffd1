import EntraIdentity
import Foundation

/// One task: a client, and what is asked of it.
struct IdentityTask: Decodable {
  let authority: String
  let kind: AuthorityKind?
  let clientID: String
  let credential: TaskCredential
  let appName: String?
  let appVersion: String?
  let capabilities: [String]?
  /// A JSON object.
  let extraClaims: String?
  let region: String?
  let steps: [TaskStep]

  private enum CodingKeys: String, CodingKey {
    case authority, kind, credential, capabilities, region, steps
    case clientID = "client_id"
    case appName = "app_name"
    case appVersion = "app_version"
    case extraClaims = "extra_claims"
  }

  /// The client that does it, everything that the task does not name at its default.
  func client(_ transport: some HTTPTransport) throws -> ConfidentialClient {
    var settings = ClientSettings()
    settings.product = ProductIdentity(
      version: ProductIdentity.library.version, appName: appName, appVersion: appVersion)
    settings.capabilities = capabilities ?? []
    settings.extraClaims = try extraClaims.map { try required(ExtraClaims($0), "extra_claims") }
    if let region { settings.region = .named(try required(Region(region), "region")) }
    return ConfidentialClient(
      clientID: ClientID(clientID), credential: try credential.credential(),
      authority: try Authority(authority, kind: kind), transport: transport, settings: settings)
  }
}

/// What a task names and the library does not take.
struct UnusableTask: Error {
  let member: String
}

/// A value that a task must have in the library's form.
func required<Value>(_ value: Value?, _ member: String) throws -> Value {
  guard let value else { throw UnusableTask(member: member) }
  return value
}
