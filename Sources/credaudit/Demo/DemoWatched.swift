import EntraSimulator
import Foundation

/// The demo's tenant whose directory is read: of what it has, the inventory knows a part, and one end
/// wrongly.
struct DemoWatched {
  let tenant: SimulatedTenant

  /// The secret that somebody made to replace the one in use, since the night before.
  static let successor = "ca7a0009-0000-4000-8000-0000000000a3"

  private static let id = "a1b2c3d4-0009-4a5b-8c6d-000000000009"

  init(_ folder: DemoFolder, now: Date) throws {
    func days(_ count: Double) -> Date { now.addingTimeInterval(count * 86_400) }
    var auditor = RegisteredKey.certificate(
      try folder.certificate("lucerne-auditor", key: 20, to: 180))
    auditor.entryID = "ca7a0009-0000-4000-8000-0000000000a0"
    var tenant = SimulatedTenant.entra(
      "lucerne", id: Self.id,
      [
        SimulatedApplication(
          "auditor", clientID: "ca7a0009-0000-4000-8000-000000000001",
          keys: [auditor],
          roles: ["Application.Read.All", "Policy.Read.All", "User.Read.All"]),
        SimulatedApplication(
          "press-site", clientID: "ca7a0009-0000-4000-8000-000000000002",
          secrets: [
            RegisteredSecret(
              try folder.secret("lucerne-press"), start: days(-353), end: days(12),
              keyID: "ca7a0009-0000-4000-8000-0000000000a1", displayName: "web server")
          ]),
        SimulatedApplication(
          "catalog", clientID: "ca7a0009-0000-4000-8000-000000000003",
          secrets: [
            RegisteredSecret(
              try folder.secret("lucerne-catalog"), start: days(-305), end: days(60),
              keyID: "ca7a0009-0000-4000-8000-0000000000a2", displayName: "catalog 2026")
          ]),
      ])
    tenant.directory = try Self.directory(of: tenant, now)
    self.tenant = tenant
  }

  private static func directory(
    of tenant: SimulatedTenant, _ now: Date
  ) throws -> SimulatedDirectory {
    func days(_ count: Double) -> Date { now.addingTimeInterval(count * 86_400) }
    var directory = SimulatedDirectory(of: tenant)
    for index in directory.applications.indices {
      directory.applications[index].owners = [owner("ines")]
    }
    directory.applications[0].keys[0].displayName = "CN=lucerne-auditor"
    directory.applications[2].passwords += [
      ListedPassword(
        keyID: successor, displayName: "catalog 2027", hint: "7Qd", start: days(-0.5),
        end: days(364)),
      ListedPassword(
        keyID: "ca7a0009-0000-4000-8000-0000000000a4", displayName: "catalog 2025", hint: "u~K",
        start: days(-670), end: days(-20)),
    ]
    directory.applications += [
      ListedApplication(
        appID: "ca7a0009-0000-4000-8000-000000000004", displayName: "Import of 2024",
        passwords: [
          ListedPassword(
            keyID: "ca7a0009-0000-4000-8000-0000000000a5", displayName: "cron", hint: "Zx3",
            start: days(-726), end: days(4))
        ], owners: [owner("kim")]),
      // Somebody wrote a slash behind the issuer's name.
      ListedApplication(
        appID: "ca7a0009-0000-4000-8000-000000000005", displayName: "Deploy from the partner",
        federations: [
          ListedFederation(
            id: "ca7a0009-0000-4000-8000-0000000000a6", name: "woodgrove-pipeline",
            issuer: "https://idp.woodgrove.example/realm/", subject: "pipeline:lucerne:main")
        ], owners: [owner("kim")]),
    ]
    directory.principals.append(try intranet(days))
    return directory
  }

  /// Single sign-on: one certificate, with an entry for signing and one for verifying.
  private static func intranet(_ days: (Double) -> Date) throws -> ListedPrincipal {
    let certificate = try MintedCertificate.client(
      "intranet", key: .reusableRSA(21), notBefore: days(-700), notAfter: days(25))
    return ListedPrincipal(
      id: "ca7a0009-0000-4000-8000-0000000000b6", appID: "ca7a0009-0000-4000-8000-000000000006",
      displayName: "Intranet", appOwnerTenantID: id, singleSignOnMode: "saml",
      keys: [
        ListedKey(
          certificate, keyID: "ca7a0009-0000-4000-8000-0000000000a7", displayName: "CN=Intranet",
          usage: "Sign"),
        ListedKey(
          certificate, keyID: "ca7a0009-0000-4000-8000-0000000000a8", displayName: "CN=Intranet"),
      ])
  }

  private static func owner(_ name: String) -> ListedOwner {
    ListedOwner(displayName: name.capitalized, userPrincipalName: name + "@lucerne.example")
  }
}
