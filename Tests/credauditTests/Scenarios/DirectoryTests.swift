import CredentialAudit
import EntraSimulator
import Foundation
import Testing

@testable import credaudit

/// What a tenant's directory says of its applications, over the real command.
@Suite struct DirectoryTests {
  typealias Watched = WatchedContoso

  private static let forgotten = "contoso/\(Watched.stranger)/\(Watched.other)"

  @Test(
    "Who does not know when a secret ends learns it from the directory",
    arguments: ["all", "inventory"])
  func ends(_ watch: String) async throws {
    let run = try await Watched(watch: watch, secrets: [Watched.secret(to: 20)]).scenario.audit()
    #expect(run.found(.credentialExpiry) == ["warning expires-soon"])
    let credential = try #require(run.report?.credentials.first)
    #expect(credential.expiresFrom == "directory" && credential.daysLeft == 20)
    #expect(credential.owner == "jo@contoso.example")
    #expect(run.found(.directoryCredential) == ["pass ok"])
    #expect(run.findings(.directoryCredential).first?.evidence["key_id"] == Watched.key)
    #expect(run.found(.directoryApplication) == ["pass ok"])
    // The reader's own end comes first: it ends within its warning.
    #expect(run.found(.directoryAccess) == ["warning reader-ends-soon"])
    #expect(run.report?.run.complete == true && run.report?.credentials.count == 1)
    #expect(run.status == .clean)
  }

  @Test("All is well where inventory and directory agree, and nothing but reading is asked for")
  func agrees() async throws {
    let run = try await Watched(
      credential: "name: primary, secret: { env: SECRET }, expires: 2027-03-01"
    ).scenario.audit()
    #expect(run.found(.directoryAccess) == ["pass ok"])
    #expect(run.found(.directoryCredential) == ["pass ok"])
    #expect(run.status == .clean)
    let graph = run.requests.filter { $0.host == "graph.microsoft.com" }
    #expect(!graph.isEmpty && graph.allSatisfy { $0.method == "GET" })
    #expect(run.error.isEmpty)
  }

  @Test("What nobody declared is listed with its end, its names and its owner")
  func undeclared() async throws {
    let watched = Watched(change: { directory in
      directory.applications.append(Watched.undeclared("Forgotten\u{1B}[31m", to: 5))
      directory.applications[1].owners = [
        ListedOwner(displayName: "Kim", userPrincipalName: "kim@contoso.example")
      ]
    })
    try await watched.scenario.perform { stage in
      let run = try await stage.audit()
      let found = try #require(run.report?.credentials.first { $0.subject == Self.forgotten })
      #expect(found.kind == "secret" && found.owner == "kim@contoso.example")
      #expect(found.expiresFrom == "directory" && found.daysLeft == 5)
      #expect(run.found(.credentialExpiry, of: Self.forgotten) == ["critical expires-soon"])
      #expect(run.found(.directoryCredential, of: Self.forgotten) == ["skipped not-declared"])
      for check in [CheckID.credentialSource, .credentialAcquisition, .credentialToken] {
        #expect(run.found(check, of: Self.forgotten) == ["skipped directory-only"])
      }
      #expect(run.status == .findings)
      #expect(run.output.contains("secret 'old script' of 'Forgotten'"))
      let heading = "'Forgotten' / 'old script' ("
      #expect(run.output.contains("  critical  'Forgotten' / 'old script'\n"))
      #expect(run.output.contains("  (\(Watched.stranger)/\(Watched.other)): secret"))
      #expect(try stage.text(of: "out/report.md").contains("\(heading)\(Watched.stranger)/"))
      let page = try stage.text(of: "out/report.html")
      #expect(page.contains("<h3><bdi>&#39;Forgotten&#39; / &#39;old script&#39;</bdi></h3>"))
      #expect(page.contains("<bdi class=\"u\">\(Watched.stranger) / \(Watched.other)</bdi>"))
      // Every report tells of it.
      for name in ["report.html", "report.md", "findings.csv", "junit.xml", "report.sarif"] {
        #expect(try stage.text(of: "out/" + name).contains(Watched.other), "\(name)")
      }
      let calendar = try stage.text(of: "out/expiries.ics").replacing("\r\n ", with: "")
      #expect(calendar.contains(Watched.other) && calendar.contains("says the directory"))
      #expect(calendar.contains("('Forgotten')") && calendar.contains("('old script')"))
      #expect(calendar.contains("SUMMARY:Secret ends: \(heading)contoso/\(Watched.stranger)/"))
      let expiring = try await stage.run(["expiring", "--within", "30d", "--format", "csv"])
      #expect(expiring.output.contains("directory") && expiring.output.contains(Watched.other))
      let metrics = try stage.text(of: "out/credaudit.prom")
      #expect(metrics.contains(Watched.other))
    }
  }

  @Test(
    "What is ignored is not spoken of, by client id, by name or by a pattern",
    arguments: ["Forgotten", "Forg*", Watched.stranger])
  func ignored(_ pattern: String) async throws {
    let watched = Watched(ignore: ", ignore: [\"\(pattern)\"]") {
      $0.applications.append(Watched.undeclared(to: 5))
    }
    let run = try await watched.scenario.audit()
    #expect(run.report?.credentials.map(\.subject) == ["contoso/billing/primary"])
    #expect(run.status == .clean)
  }

  @Test("Where the inventory is watched, others are not spoken of, and leftovers are")
  func inventoryOnly() async throws {
    let watched = Watched(
      watch: "inventory",
      secrets: [
        Watched.secret(), Watched.secret(Contoso.wrong, key: Watched.other, from: -400, to: -9),
      ]
    ) { $0.applications.append(Watched.undeclared()) }
    let run = try await watched.scenario.audit()
    let leftover = "contoso/billing/\(Watched.other)"
    #expect(
      run.report?.credentials.map(\.subject).sorted()
        == [leftover, "contoso/billing/primary"].sorted())
    #expect(run.found(.directoryCredential, of: leftover) == ["warning leftover-ended"])
    #expect(run.found(.credentialExpiry, of: leftover) == ["skipped leftover-ended"])
    #expect(run.found(.credentialExpiry) == ["pass ok"])
    #expect(run.status == .clean)
  }

  @Test("A living secret beside the one in use is a way in, and a secret is known by its hint")
  func leftover() async throws {
    let watched = Watched(secrets: [
      Watched.secret(Contoso.wrong, key: Watched.other, to: 400), Watched.secret(),
    ])
    let run = try await watched.scenario.audit()
    #expect(run.findings(.directoryCredential).map(\.words) == ["warning several-live-secrets"])
    let leftover = "contoso/billing/\(Watched.other)"
    #expect(run.found(.directoryCredential, of: leftover) == ["warning leftover-live"])
    #expect(
      run.report?.credentials.first { $0.subject == "contoso/billing/primary" }?.daysLeft == 103)
  }

  @Test("Gone is what a whole reading no longer has, and never what could not be read")
  func gone() async throws {
    let scenario = Watched(change: { directory in
      directory.applications.append(Watched.undeclared())
      // The deleted are asked for once in each reading: the third one is refused.
      directory.script = [
        .first(2, .deletedItems, .answer(.normal)), .first(1, .deletedItems, .permissionMissing),
      ]
    }).scenario
    try await scenario.perform { stage in
      let first = try await stage.audit()
      #expect(first.report?.credentials.count == 2 && first.status == .clean)
      let same = try await stage.audit()
      #expect(same.report?.credentials.map(\.change) == ["unchanged", "unchanged"])
      let blind = try await stage.audit()
      #expect(blind.found(.directoryAccess) == ["unknown directory-refused"])
      #expect(blind.report?.credentials.map(\.subject) == ["contoso/billing/primary"])
      for check in [CheckID.directoryApplication, .directoryCredential] {
        #expect(blind.found(check) == ["unknown directory-not-read"])
      }
      #expect(blind.report?.run.complete == true && blind.status == .unknown)
      let expiring = try await stage.run(["expiring", "--within", "400d"])
      // An end that was told once holds until another one is told.
      #expect(expiring.output.contains(Watched.other) && expiring.output.contains("primary"))
      let ignoring = scenario.inventory.replacing(
        "watch: all", with: "watch: all, ignore: [Forgotten]")
      try stage.write(.open(ignoring), to: "in/inventory.yaml")
      let last = try await stage.audit()
      let lost = try #require(last.report?.credentials.first { $0.subject == Self.forgotten })
      #expect(lost.change == "gone" && last.status == .clean)
      #expect(lost.findings.first?.summary.hasPrefix("the directory no longer has it") == true)
    }
  }

  @Test("A run over a part of the inventory reads by the credential that it left out")
  func filtered() async throws {
    var scenario = Watched(change: { $0.applications.append(Watched.undeclared()) }).scenario
    scenario.inventory +=
      "      - { name: mailer, client_id: \(Watched.stranger),\n"
      + "          credentials: [{ name: primary, secret: { env: OTHER } }] }\n"
    scenario.environment["OTHER"] = "Qq1.the-other-secret-of-a-mailer"
    let run = try await scenario.audit("--application", "mailer")
    #expect(run.report?.credentials.map(\.subject) == ["contoso/mailer/primary"])
    let found = run.findings(.directoryCredential, of: "contoso/mailer/primary").first
    #expect(found?.evidence["key_id"] == Watched.other)
  }

  @Test("Offline nothing is asked of the directory; the plan counts its pages")
  func unasked() async throws {
    try await Watched().scenario.perform { stage in
      let plan = try await stage.audit("--plan")
      #expect(plan.output.contains("graph.microsoft.com: at least 8 pages of directories"))
      #expect(plan.requests.isEmpty)
      let offline = try await stage.audit("--offline")
      #expect(offline.found(.directoryAccess) == ["skipped offline"])
      #expect(offline.found(.directoryCredential) == ["skipped offline"])
      #expect(offline.requests.isEmpty && offline.status == .clean)
    }
  }

  @Test(
    "Somebody can answer for what only the directory knows, and is not called idle by a blind run")
  func suppressed() async throws {
    var scenario = Watched(change: { directory in
      directory.applications.append(Watched.undeclared(to: 5))
      directory.script = [
        .first(1, .deletedItems, .answer(.normal)), .first(1, .deletedItems, .permissionMissing),
      ]
    }).scenario
    scenario.inventory += """
      suppressions:
        - match: { tenant: contoso, check: credential.expiry, application: \(Watched.stranger) }
          reason: the vendor renews it
          owner: jo@contoso.example
          until: 2027-06-30

      """
    try await scenario.perform { stage in
      let seen = try await stage.audit()
      let found = seen.findings(.credentialExpiry, of: Self.forgotten).first
      #expect(found?.words == "critical expires-soon" && found?.suppressed != nil)
      #expect(seen.status == .clean)
      let blind = try await stage.audit()
      #expect(blind.found(.directoryAccess) == ["unknown directory-refused"])
      #expect(blind.report?.notices.map(\.code) == [])
      #expect(blind.status == .unknown)
    }
  }
}
