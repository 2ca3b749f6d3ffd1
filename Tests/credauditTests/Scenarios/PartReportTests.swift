import AuditReports
import AuditStore
import CredentialAudit
import EntraSimulator
import Foundation
import TestSupport
import Testing

@testable import credaudit

/// `report --tenant`: one customer's part of a run, which shows no other.
@Suite struct PartReportTests {
  private static let otherID = "fab00000-0000-4000-8000-00000000fab1"
  private static let otherClient = "fabc11e0-0000-4000-8000-00000000fab2"
  /// Everything by which Fabrikam can be told.
  private static let names = [
    "fabrikam", otherID, otherClient, "mailer", "mia@", "idp.partner", "night-batch",
    "wiki.fab", "certs-of-f",
  ]

  /// Two customers of one provider, who share a secret, and a third with an issuer of its own.
  private static let scenario: Scenario = {
    var scenario = Scenario()
    scenario.world.tenants.append(
      .entra("fabrikam", id: otherID, [Contoso.app(Contoso.secret, client: otherClient)]))
    scenario.inventory =
      Contoso.inventory(
        tenant: "tags: [prod]", application: "owner: billing@contoso.example",
        "name: primary, secret: { env: SECRET }, expires: 2026-12-24",
        "name: signing, tags: [old], secret: { env: SECRET }, owner: jo@msp.example")
        + """
          - name: fabrikam
            authority: https://login.microsoftonline.com/\(otherID)
            tenant_id: \(otherID)
            owner: mia@fabrikam.example
            applications:
              - name: mailer
                client_id: \(otherClient)
                runbook: https://wiki.fabrikam.example/rotate
                owner: mia@fabrikam.example
                credentials:
                  - { name: primary, secret: { env: SECRET }, expires: 2026-12-01 }
                  - { name: night-batch, secret: { file: certs-of-fabrikam.txt } }
          - name: fabrikam-partner
            authority: https://idp.partner.example/realm
            kind: oidc
            applications: []
        suppressions:
          - match: { tenant: fabrikam, check: credential.expiry, application: mailer }
            reason: fabrikam knows
            owner: jo@msp.example
            until: 2026-12-15

        """
    return scenario
  }()

  /// Every byte of every report and of what was said.
  private static func everything(_ run: Outcome, in folder: String) throws -> [(String, String)] {
    var places = [("standard output", run.output), ("standard error", run.error)]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let data = try Data(contentsOf: URL(filePath: folder + "/" + name))
      places.append((name, String(decoding: data, as: UTF8.self)))
    }
    return places
  }

  private static func found(_ names: [String], in places: [(String, String)]) -> [String] {
    places.flatMap { place, text in
      names.filter { text.localizedCaseInsensitiveContains($0) }.map { "\(place): \($0)" }
    }
  }

  @Test(
    "No byte of a customer's report tells of another",
    arguments: [
      ["--tenant", "contoso"], ["--tenant", "con*", "--tag", "prod"],
      ["--owner", "*@contoso.example"],
    ],
    ["table", "json", "csv"])
  func noOther(_ part: [String], _ format: String) async throws {
    try await Self.scenario.perform { stage in
      _ = try await stage.audit()
      _ = try await stage.audit()
      let folder = stage.folder + "/part"
      let whole = try await stage.run(
        ["report", "--reports", stage.folder + "/whole", "--format", format])
      let control = Self.found(
        Self.names, in: try Self.everything(whole, in: stage.folder + "/whole"))
      #expect(Set(control.map { $0.split(separator: " ").last }).count == Self.names.count)

      let run = try await stage.run(["report", "--reports", folder, "--format", format] + part)
      #expect(run.status == .clean)
      let places = try Self.everything(run, in: folder)
      #expect(places.count == 2 + ReportFormat.allCases.count)
      #expect(Self.found(Self.names, in: places) == [])
      #expect(run.output.contains("billing") && run.output.contains("primary"))
    }
  }

  @Test("A part says that it is one, counts itself, and keeps what is shared as a number")
  func content() async throws {
    try await Self.scenario.perform { stage in
      let audit = try await stage.audit()
      let run = try await stage.run(["report", "--tenant", "contoso"])
      #expect(
        run.output.contains("PART: This report shows a part of the run only: tenant contoso."))
      let report = try #require(run.report)
      #expect(report.run.id == audit.report?.run.id)
      #expect(report.notices.first?.code == "run-part")
      #expect(report.authorities.map(\.tenant) == ["contoso"])
      #expect(
        report.credentials.map(\.subject).sorted() == [
          "contoso/billing/primary", "contoso/billing/signing",
        ])
      let shared = report.credentials.flatMap(\.findings).filter { $0.code == "shared-secret" }
      #expect(shared.map { $0.evidence["also_used_by"] } == ["1 (not shown)", "1 (not shown)"])
      let summary =
        try #require(
          try JSONSerialization.jsonObject(with: stage.contents(of: "out/report.json"))
            as? [String: Any])["summary"] as? [String: [String: Int]]
      #expect(summary?["credentials"]?["total"] == 2 && summary?["authorities"]?["total"] == 1)
      for name in ["report.html", "findings.csv"] {
        #expect(
          try stage.text(of: "out/" + name).contains("a part of the run only: tenant contoso"))
      }
    }
  }

  @Test("A part of a filtered run says so, and not what else was asked for")
  func ofFiltered() async throws {
    try await Self.scenario.perform { stage in
      _ = try await stage.audit("--tenant", "contoso", "--tenant", "fabrikam")
      let run = try await stage.run(["report", "--tenant", "contoso"])
      let said = run.output.replacing(#/\s+/#, with: " ")
      #expect(said.contains("The run itself had looked at a part of the inventory only"))
      #expect(!run.output.contains("FILTERED") && !run.output.contains("fabrikam"))
    }
  }

  @Test("A part is the same bytes each time, and of the run that was named")
  func named() async throws {
    try await Self.scenario.perform { stage in
      let id = try #require(try await stage.audit().report?.run.id)
      _ = try await stage.run(["report", "--tenant", "contoso"])
      let first = try stage.contents(of: "out/report.html")
      stage.time.advance(by: .seconds(86_400))
      _ = try await stage.audit()
      for which in [["--run", String(id.prefix(8))], ["--as-of", "2026-11-18"]] {
        _ = try await stage.run(["report", "--tenant", "contoso"] + which)
        #expect(try stage.contents(of: "out/report.html") == first)
      }
    }
  }

  static let wrong: [([String], String)] = [
    (["--tenant", "contso"], "did you mean --tenant contoso?"),
    (["--tenant", "contoso", "--tenant", "north*"], "a tenant's name"),
    (["--owner", "mia@fabrikam.exmple"], "did you mean --owner mia@fabrikam.example?"),
    (["--tag", "prd"], "did you mean --tag prod?"),
    (["--tenant", "fabrikam", "--tag", "old"], "leave one of them out"),
    (["--tenant", ""], "a tenant's name"), (["--tag", "\u{1B}[31m"], "a tag"),
  ]

  @Test("What fits nothing in the run is told, and nothing is written", arguments: wrong)
  func fitsNothing(_ part: [String], _ hint: String) async throws {
    try await Self.scenario.perform { stage in
      _ = try await stage.audit("--formats", "csv")
      let run = try await stage.run(["report"] + part)
      #expect(run.status == .usage && run.output == "" && run.report == nil)
      #expect(run.error.contains("nothing was written") && run.error.contains(hint))
      #expect(!run.error.contains("\u{1B}"))
    }
  }

  @Test("Runs of the same beginning are told apart")
  func ambiguous() async throws {
    try await Scenario().perform { stage in
      let nights = StoredNights(database: stage.database)
      try nights.record("aaaaaa-1", day: 0)
      try nights.record("aaaaaa-2", day: 1)
      let run = try await stage.run(["report", "--run", "aaaaaa"])
      #expect(run.status == .usage && run.error.contains("aaaaaa-2 of 2026-11-19"))
      #expect(try await stage.run(["report", "--run", "aaaaaa-1"]).report?.run.id == "aaaaaa-1")
      #expect(try await stage.run(["report", "--run", "aaa"]).error.contains("too short"))
    }
  }
}
