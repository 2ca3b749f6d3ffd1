import Crypto
import EntraIdentity
import Foundation
import TestSupport

/// Platforms that were never on a network, for tests of what is sent to them.
enum PlatformFixtures {
  static let header = "header-secret-of-the-platform"
  static let thumbprint = String(repeating: "ab", count: 20)
  static let good = #"{"access_token":"AT","expires_in":"3600","token_type":"Bearer"}"#
  static let resource = "R"

  static func environment(_ source: ManagedIdentitySource) -> [String: String] {
    switch source {
    case .serviceFabric:
      [
        "IDENTITY_ENDPOINT": "https://localhost:2377/sf", "IDENTITY_HEADER": header,
        "IDENTITY_SERVER_THUMBPRINT": thumbprint,
      ]
    case .appService:
      ["IDENTITY_ENDPOINT": "http://localhost/app", "IDENTITY_HEADER": header]
    case .machineLearning: ["MSI_ENDPOINT": "http://localhost/ml", "MSI_SECRET": header]
    case .azureArc: ["IDENTITY_ENDPOINT": "http://localhost/arc", "IMDS_ENDPOINT": "x"]
    case .cloudShell:
      [
        "AZUREPS_HOST_ENVIRONMENT": "cloud-shell/1.0",
        "MSI_ENDPOINT": "http://localhost:50342/oauth2/token",
      ]
    case .virtualMachine: [:]
    }
  }

  static func platform(_ source: ManagedIdentitySource) throws -> ManagedIdentityPlatform {
    try .detect(environment: environment(source), fileExists: { _ in false })
  }

  /// SHA-1 in hexadecimal digits.
  static func sha1(_ bytes: [UInt8]) -> String {
    hexadecimal(Insecure.SHA1.hash(data: bytes))
  }

  /// Bytes as hexadecimal digits in lower case.
  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  static let product = ProductIdentity(sku: "Test.Swift", version: "1.2")

  /// A client that asks once.
  static func grant(
    _ source: ManagedIdentitySource, _ transport: any PlatformTransport,
    as identity: ManagedIdentityID = .system, time: any TimeSource = ManualTime(),
    capabilities: [String] = [], arcKeys: ArcKeyFolder = .standard
  ) throws -> ManagedIdentityGrant {
    ManagedIdentityGrant(
      identity, on: try platform(source), transport: transport, product: product,
      capabilities: capabilities, arcKeys: arcKeys, time: time)
  }

  /// Why there was no token; nil where there was one.
  static func error(
    _ source: ManagedIdentitySource, _ transport: any PlatformTransport,
    as identity: ManagedIdentityID = .system, arcKeys: ArcKeyFolder = .standard
  ) async throws -> IdentityError? {
    let grant = try grant(source, transport, as: identity, arcKeys: arcKeys)
    do throws(IdentityError) {
      _ = try await grant.request(for: resource)
      return nil
    } catch {
      return error
    }
  }
}

extension IdentityError {
  var problem: PlatformProblem? { if case .platform(let problem) = self { problem } else { nil } }

  var platformRefusal: PlatformRefusal? {
    if case .platformRefused(let refusal) = self { refusal } else { nil }
  }
}
