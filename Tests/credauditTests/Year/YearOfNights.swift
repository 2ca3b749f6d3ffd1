import CredentialAudit
import EntraSimulator
import Foundation
import TestSupport

@testable import credaudit

/// A year of one inventory: a run every six days, and what happens to it meanwhile.
struct YearOfNights {
  static let nights = 60
  static let daysApart = 6

  /// Fabrikam's own, so that no secret is shared.
  static let fabrikam = "0ddba11e-0000-4000-8000-0000000000fa"
  static let fabrikamClient = "c0de1111-2222-4333-8444-555566667777"
  private static let fabrikamSecret = "Fab8Q~the.secret_of-the-other-tenant-3"
  private static let first = "Old8Q~first.secret_that-runs-out-in-winter-4"
  private static let renamed = "Ren8Q~secret.of_what-gets-another-name-5"

  static var scenario: Scenario {
    var scenario = Scenario()
    let application = SimulatedApplication(
      "billing", clientID: Contoso.client,
      secrets: [
        RegisteredSecret(Contoso.secret), RegisteredSecret(renamed),
        RegisteredSecret(first, end: Contoso.days(59.5)),
      ], roles: ["User.Read.All"])
    scenario.world = SimulatedWorld([
      .entra("contoso", id: Contoso.id, [application]),
      .entra(
        "fabrikam", id: fabrikam,
        [.secret("mailer", clientID: fabrikamClient, fabrikamSecret, roles: ["Mail.Send"])]),
    ])
    scenario.environment = [
      "SECRET": Contoso.secret, "FIRST": first, "WRONG": Contoso.wrong, "RENAMED": renamed,
      "FABRIKAM": fabrikamSecret,
    ]
    scenario.files = [
      "breaks": .secret(Contoso.secret), "flaps": .secret(Contoso.secret),
      "lost": .secret(Contoso.secret),
    ]
    scenario.inventory = inventory(of: 0)
    return scenario
  }

  /// What the inventory says in a night.
  static func inventory(of night: Int) -> String {
    let far = "expires: 2028-06-30"
    let ending =
      night < 12 ? "{ env: FIRST }, expires: 2027-01-16" : "{ env: SECRET }, \(far)"
    let text = Contoso.inventory(
      "name: steady, secret: { env: SECRET }, \(far)", "name: ending, secret: \(ending)",
      "name: breaks, secret: { file: breaks }, \(far)",
      "name: flaps, secret: { file: flaps }, \(far)", "name: lost, secret: { file: lost }, \(far)",
      "name: \(night < 25 ? "old-name" : "new-name"), secret: { env: RENAMED }, \(far)",
      "name: answered, secret: { env: WRONG }, \(far)")
    let other = """
        - name: fabrikam
          authority: https://login.microsoftonline.com/\(fabrikam)
          applications:
            - name: mailer
              client_id: \(fabrikamClient)
              credentials: [{ name: primary, secret: { env: FABRIKAM }, \(far) }]

      """
    let suppressions = """
      suppressions:
        - match: { tenant: contoso, check: credential.acquisition, credential: answered }
          reason: replaced in spring
          owner: jo@contoso.example
          until: \(Contoso.days(86).utcDay)

      """
    return text + (35..<45 ~= night ? "" : other) + (10..<17 ~= night ? suppressions : "")
  }

  /// What somebody does to the machine before a night.
  static func prepare(_ night: Int, on stage: Stage) throws {
    try stage.write(.open(inventory(of: night)), to: "in/inventory.yaml")
    try stage.write(
      .secret(20..<23 ~= night ? Contoso.wrong : Contoso.secret), to: "in/breaks")
    try stage.write(
      .secret([40, 42, 44].contains(night) ? Contoso.wrong : Contoso.secret), to: "in/flaps")
    let lost = stage.folder + "/in/lost"
    if 30..<32 ~= night {
      try? FileManager.default.removeItem(atPath: lost)
    } else {
      try stage.write(.secret(Contoso.secret), to: "in/lost")
    }
  }
}
