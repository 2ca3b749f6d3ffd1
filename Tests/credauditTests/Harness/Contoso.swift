import EntraSimulator
import Foundation

/// The usual subject of a scenario: one directory with one application, `contoso/billing`.
enum Contoso {
  static let id = "6babcaad-604b-40ac-a9d7-9fd97c0b779f"
  static let other = "0ddba11e-0000-4000-8000-00000000dead"
  static let host = "login.microsoftonline.com"
  static let authority = "https://login.microsoftonline.com/\(id)"
  static let client = "8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4"
  static let secret = "Abc8Q~right.secret_of-the-billing-application-1"
  static let wrong = "Xyz8Q~wrong.secret_of-some-other-application-2"
  static let graph = "https://graph.microsoft.com/.default"

  /// The scenarios' day: what is written as a date in an inventory is meant from here.
  static let today = Date(timeIntervalSince1970: 1_795_000_000)  // 2026-11-18T11:06:40Z

  static func days(_ count: Double) -> Date { today.addingTimeInterval(count * 86_400) }

  /// A directory with the application.
  static func world(
    _ application: SimulatedApplication = app(), script: [ScriptStep] = [],
    proxy: [ProxyStep] = [], hosts: [String: SimulatedHost] = [:],
    change: (inout SimulatedTenant) -> Void = { _ in }
  ) -> SimulatedWorld {
    var tenant = SimulatedTenant.entra("contoso", id: id, [application], script: script)
    change(&tenant)
    return SimulatedWorld([tenant], hosts: hosts, proxy: proxy)
  }

  /// The application with its secret.
  static func app(
    _ secret: String = secret, client: String = client, script: [ScriptStep] = []
  ) -> SimulatedApplication {
    .secret("billing", clientID: client, secret, roles: ["User.Read.All"], script: script)
  }

  /// A certificate of the scenarios' time; equal numbers have equal keys.
  static func certificate(
    _ number: Int = 1, from start: Double = -30, to end: Double = 300
  ) throws -> MintedCertificate {
    try .client(
      "billing", key: .reusableRSA(number), notBefore: days(start), notAfter: days(end))
  }

  /// The credential of most scenarios.
  static let usual = "name: primary, secret: { env: SECRET }, expires: 2027-06-30"

  /// An inventory of one tenant with one application. Every argument is YAML, for where it stands.
  static func inventory(
    authority: String = authority, network: String = "", tenant: String = "",
    client: String = client, application: String = "", _ credentials: String...
  ) -> String {
    """
    version: 1
    network: { \(network) }
    tenants:
      - name: contoso
        authority: "\(authority)"
        \(tenant)
        applications:
          - name: billing
            client_id: "\(client)"
            \(application)
            credentials:
              - { \((credentials.isEmpty ? [usual] : credentials).joined(separator: " }\n          - { ")) }

    """
  }
}
