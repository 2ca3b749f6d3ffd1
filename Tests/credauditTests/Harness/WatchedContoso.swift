import EntraSimulator
import Foundation

/// The usual tenant with a directory that its own application may read.
struct WatchedContoso {
  static let key = "aaaaaaaa-0000-4000-8000-000000000001"
  static let other = "aaaaaaaa-0000-4000-8000-000000000002"
  static let stranger = "11111111-2222-4333-8444-555555555555"

  /// Ends with 2027-03-01 unless a scenario says otherwise.
  static func secret(
    _ value: String = Contoso.secret, key: String = key, from start: Double = -60,
    to end: Double = 103
  ) -> RegisteredSecret {
    RegisteredSecret(
      value, start: Contoso.days(start), end: Contoso.days(end), keyID: key,
      displayName: "billing \(key.suffix(1))")
  }

  /// A registration that nobody declared, with one secret.
  static func undeclared(
    _ name: String = "Forgotten", client: String = stranger, key: String = other,
    to end: Double? = 300
  ) -> ListedApplication {
    ListedApplication(
      appID: client, displayName: name,
      passwords: [
        ListedPassword(
          keyID: key, displayName: "old script", hint: "Qq1", start: Contoso.days(-60),
          end: end.map(Contoso.days))
      ])
  }

  var watch = "all"
  var roles = ["User.Read.All", "Application.Read.All", "Policy.Read.All"]
  var secrets = [secret()]
  var application = ""
  var ignore = ""
  var credential = "name: primary, secret: { env: SECRET }"
  /// What is said of the directory beside the tenant's own applications.
  var change: @Sendable (inout SimulatedDirectory) -> Void = { _ in }

  var scenario: Scenario {
    var scenario = Scenario()
    scenario.inventory = Contoso.inventory(
      tenant: "directory: { as: billing/primary, watch: \(watch)\(ignore) }",
      application: application, credential)
    scenario.world = Contoso.world(
      SimulatedApplication("billing", clientID: Contoso.client, secrets: secrets, roles: roles)
    ) { tenant in
      var directory = SimulatedDirectory(of: tenant)
      directory.applications[0].owners = [
        ListedOwner(displayName: "Jo", userPrincipalName: "jo@contoso.example")
      ]
      change(&directory)
      tenant.directory = directory
    }
    return scenario
  }
}
