import CredentialAudit
import EntraSimulator
import Foundation
import Testing

@testable import credaudit

/// What a run says of a directory that it did not read, or no longer looks at, or looks at in part.
@Suite struct DirectoryNightsTests {
  typealias Watched = WatchedContoso

  private static let forgotten = "contoso/\(Watched.stranger)/\(Watched.other)"

  /// With a secret of Kim's that nobody declared, and a directory that can be read that often.
  private static func scenario(
    readings: Int = 100, watch: String = "all",
    credential: String = "name: primary, secret: { env: SECRET }", to end: Double = 103
  ) -> Scenario {
    Watched(
      watch: watch, secrets: [Watched.secret(to: end)], credential: credential,
      change: { directory in
        directory.applications.append(Watched.undeclared())
        directory.applications[1].owners = [
          ListedOwner(displayName: "Al", userPrincipalName: "al@contoso.example"),
          ListedOwner(displayName: "Kim", userPrincipalName: "kim@contoso.example"),
        ]
        directory.script = [
          .first(readings, .deletedItems, .answer(.normal)),
          .first(1, .deletedItems, .permissionMissing),
        ]
      }
    ).scenario
  }

  @Test("A night without the directory hides no end that it told the night before")
  func kept() async throws {
    let scenario = Self.scenario(
      readings: 1, credential: "name: primary, secret: { env: SECRET }, expires: 2027-12-31",
      to: 3)
    try await scenario.perform { stage in
      let seen = try await stage.audit()
      #expect(seen.found(.credentialExpiry) == ["critical expires-soon"])
      let blind = try await stage.audit()
      #expect(blind.found(.credentialExpiry) == ["unknown directory-not-read"])
      let credential = try #require(blind.report?.credentials.first)
      #expect(credential.expiresFrom == "directory")
      #expect(credential.daysLeft.map { $0 <= 3 } == true)
      #expect(credential.change == "unchanged")
      let end = Contoso.days(3)
      let metrics = try stage.text(of: "out/credaudit.prom")
      #expect(metrics.contains("\(Int(end.timeIntervalSince1970))"))
      let calendar = try stage.text(of: "out/expiries.ics")
      #expect(calendar.contains(end.utcDay.replacing("-", with: "")))
      let expiring = try await stage.run(["expiring", "--within", "30d"])
      #expect(expiring.output.contains("primary"))
      #expect(blind.status == .unknown)
    }
  }

  @Test(
    "What is looked at no more is not said to have left the directory",
    arguments: ["", "directory: { as: billing/primary, watch: inventory }"])
  func notWatched(_ less: String) async throws {
    let scenario = Self.scenario()
    try await scenario.perform { stage in
      let first = try await stage.audit()
      #expect(first.report?.credentials.count == 2)
      let inventory = scenario.inventory.replacing(
        "directory: { as: billing/primary, watch: all }", with: less)
      #expect(inventory != scenario.inventory)
      try stage.write(.open(inventory), to: "in/inventory.yaml")
      let last = try await stage.audit()
      let lost = try #require(last.report?.credentials.first { $0.subject == Self.forgotten })
      #expect(lost.change == "gone")
      // Its ids would tell nobody what it was.
      #expect(lost.findings.first?.evidence["last_application_name"] == "Forgotten")
      let page = try stage.text(of: "out/report.md")
      #expect(page.contains("'Forgotten' / 'old script' (\(Self.forgotten))"))
      #expect(lost.findings.first?.summary.hasPrefix("it is no longer watched") == true)
    }
  }

  @Test(
    "What only the directory knows can be asked for, by client id and by any of its owners",
    arguments: [
      ["--application", Watched.stranger], ["--application", "11111111-*"],
      ["--owner", "kim@contoso.example"], ["--owner", "al@*"],
    ])
  func askedFor(_ filter: [String]) async throws {
    let run = try await Self.scenario().perform { try await $0.run(["audit"] + filter) }
    #expect(run.report?.credentials.map(\.subject) == [Self.forgotten])
    let left = run.report?.notices.map(\.code) ?? []
    #expect(left == (filter[0] == "--owner" ? ["owners-not-compared"] : []))
    #expect(run.status == .clean)
  }

  @Test(
    "Whose a declared credential is may be known by the runs before, and a blind night forgets it not"
  )
  func ownedByDirectory() async throws {
    try await Self.scenario(readings: 3).perform { stage in
      let first = try await stage.audit("--owner", "jo@contoso.example")
      #expect(first.report?.credentials.isEmpty == true)
      #expect(
        first.report?.notices.map(\.code).sorted() == ["owners-not-compared", "scope-met-nothing"])
      let all = try await stage.audit()
      #expect(all.report?.credentials.count == 2)
      let his = try await stage.audit("--owner", "jo@contoso.example")
      #expect(his.report?.credentials.map(\.subject) == ["contoso/billing/primary"])
      #expect(his.report?.notices.map(\.code) == [] && his.status == .clean)
      let blind = try await stage.audit()
      #expect(blind.report?.credentials.map(\.owner) == [nil])
      let still = try await stage.audit("--owner", "jo@*")
      #expect(still.report?.credentials.map(\.subject) == ["contoso/billing/primary"])
      let another = try await stage.audit("--owner", "kim@contoso.example")
      #expect(another.report?.credentials.map(\.subject) == [Self.forgotten])
      #expect(another.report?.notices.map(\.code) == ["owners-not-compared"])
    }
  }

  @Test("A filter that nothing fits is a usage error, or told where only a directory could know")
  func nothingMet() async throws {
    try await Self.scenario().perform { stage in
      let typo = try await stage.audit("--application", "biling")
      #expect(typo.status == .usage && typo.error.contains("fits nothing"))
      let nobody = try await stage.audit(
        "--application", "99999999-2222-4333-8444-555555555555")
      #expect(nobody.report?.notices.map(\.code) == ["scope-met-nothing"])
      #expect(nobody.report?.credentials.isEmpty == true)
    }
    let unwatched = try await Self.scenario(watch: "inventory").audit(
      "--application", Watched.stranger)
    #expect(unwatched.status == .usage)
  }

  @Test("A rule about what only the directory knows fits something, and may have matched nothing")
  func idleRule() async throws {
    var scenario = Self.scenario()
    scenario.inventory += """
      suppressions:
        - match: { tenant: contoso, check: credential.expiry, application: \(Watched.stranger) }
          reason: the vendor renews it
          owner: jo@contoso.example
          until: 2027-06-30

      """
    let run = try await scenario.audit()
    let messages = run.report?.notices.map(\.message) ?? []
    #expect(messages.count == 1 && messages[0].contains("matched nothing in this run"))
  }

  @Test("Two declared secrets are no rotation of one another, and an undeclared third one is none")
  func declaredBeside() async throws {
    let watched = Watched(
      secrets: [
        Watched.secret(from: -10),
        Watched.secret(Contoso.wrong, key: Watched.other, from: -20, to: 400),
      ],
      credential:
        "name: primary, secret: { env: SECRET } }\n          - { name: second, secret: { env: OTHER }"
    )
    var scenario = watched.scenario
    scenario.environment["OTHER"] = Contoso.wrong
    let both = try await scenario.audit()
    for name in ["primary", "second"] {
      let found = both.findings(.directoryCredential, of: "contoso/billing/" + name).first
      #expect(found?.evidence["rotation"] == "one", "\(name)")
    }
    scenario.environment["OTHER"] = nil
    let one = try await scenario.audit()
    let found = one.findings(.directoryCredential).first
    #expect(found?.words == "pass ok" && found?.evidence["rotation"] == nil)
  }

  @Test("A platform that fails is not taken for the service that gives tokens")
  func platformFault() async throws {
    let machine = SimulatedApplication(
      "machine", clientID: Contoso.client, roles: ["Application.Read.All"])
    var scenario = Watched(
      roles: [], secrets: [], credential: "name: primary, managed_identity: system"
    ).scenario
    scenario.environment = [:]
    scenario.machine = SimulatedMachine(
      .virtualMachine, tenant: scenario.world.tenants[0], [.init(machine)],
      script: [.always(nil, .portalPage)])
    let run = try await scenario.audit()
    #expect(run.found(.directoryAccess) == ["unknown directory-no-token"])
    let finding = try #require(run.findings(.directoryAccess).first)
    let own = try #require(run.findings(.credentialAcquisition).first)
    #expect(finding.evidence["token_code"] == own.code)
    #expect(finding.fix == own.fix)
  }
}
