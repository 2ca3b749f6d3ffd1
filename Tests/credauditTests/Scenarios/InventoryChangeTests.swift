import AuditStore
import CredentialAudit
import EntraSimulator
import TestSupport
import Testing

@testable import credaudit

/// Inventories that somebody works on between two runs.
@Suite struct InventoryChangeTests {
  private static let second = "name: second, secret: { env: SECRET }, expires: 2027-06-30"

  private static func scenario(_ credentials: String) -> Scenario {
    var scenario = Scenario()
    scenario.inventory = inventory(credentials)
    return scenario
  }

  private static func inventory(_ credentials: String) -> String {
    Contoso.inventory(Contoso.usual, credentials)
  }

  @Test("What somebody takes out is said once, and is nobody's failure")
  func gone() async throws {
    try await Self.scenario(Self.second).perform { stage in
      _ = try await stage.audit()
      try stage.write(.open(Contoso.inventory()), to: "in/inventory.yaml")
      stage.time.advance(by: .seconds(86_400))
      let run = try await stage.audit()
      let gone = try #require(run.report?.credentials.first { $0.credential == "second" })
      #expect(gone.change == "gone" && gone.verdict == .skipped)
      #expect(gone.findings.map(\.words) == ["skipped gone"])
      #expect(gone.findings[0].summary.contains("last looked at on 2026-11-18 and was pass"))
      #expect(run.output.contains("1 gone"))
      #expect(run.status == .clean && run.report?.run.complete == true)
      let next = try await stage.audit()
      #expect(next.report?.credentials.map(\.credential) == ["primary"])
      let explained = try await stage.run(["explain", "gone"])
      #expect(explained.status == .clean && explained.output.contains("no longer has it"))
    }
  }

  @Test(
    "A run that did not look everywhere calls nothing gone that it would not have looked at",
    arguments: [["--application", "mail*"], ["--tenant", "fabrikam"], ["--offline"]])
  func elsewhere(_ arguments: [String]) async throws {
    var scenario = Self.scenario(Self.second)
    let other = """
        - name: fabrikam
          authority: \(Contoso.authority)
          applications:
            - { name: mailer, client_id: \(Contoso.client), credentials: [{ \(Contoso.usual) }] }

      """
    scenario.inventory += other
    try await scenario.perform { stage in
      _ = try await stage.audit()
      try stage.write(.open(Contoso.inventory() + other), to: "in/inventory.yaml")
      let part = try await stage.run(["audit"] + arguments)
      #expect(part.report?.credentials.contains { $0.change == "gone" } == false)
      let whole = try await stage.audit()
      #expect(
        whole.report?.credentials.filter { $0.change == "gone" }.map(\.subject)
          == ["contoso/billing/second"])
    }
  }

  @Test("A run that a signal ended calls nothing gone")
  func interrupted() async throws {
    try await Self.scenario(Self.second).perform { stage in
      _ = try await stage.audit()
      try stage.write(.open(Contoso.inventory()), to: "in/inventory.yaml")
      let interruption = stage.interruption
      stage.onRequest { interruption.receive(.terminated) }
      let run = try await stage.audit()
      #expect(run.status == .terminated)
      #expect(run.report?.credentials.contains { $0.change == "gone" } == false)
    }
  }

  @Test("What only got another name is said to look like it, to whom it belongs")
  func renamed() async throws {
    try await Self.scenario("name: old, secret: { env: OTHER }").perform { stage in
      _ = try await stage.audit()
      try stage.write(
        .open(Self.inventory("name: new, secret: { env: OTHER }")), to: "in/inventory.yaml")
      let run = try await stage.audit()
      #expect(run.report?.notices.map(\.code) == ["looks-renamed"])
      #expect(run.report?.notices[0].message.contains("'contoso/billing/new'") == true)
      let gone = run.report?.credentials.first { $0.credential == "old" }?.findings
      #expect(gone?.first?.evidence["looks_renamed_to"] == "contoso/billing/new")
      let stored = try AuditStore(path: stage.database).newestRun()
      #expect(try stored?.notices().map(\.tenant) == ["contoso"])
    }
  }

  @Test("Where it stands, what its token may do and how it has fared are kept with a verdict")
  func kept() async throws {
    var scenario = Scenario()
    scenario.world = Contoso.world(script: [
      .first(1, .discovery, .normal), .first(1, .token, .normal), .first(1, .token, .status(500)),
    ])
    scenario.inventory = Contoso.inventory(network: "retries: 0")
    try await scenario.perform { stage in
      for _ in 0..<2 {
        _ = try await stage.audit()
        stage.time.advance(by: .seconds(86_400))
      }
      let store = try AuditStore(path: stage.database)
      let runs = try store.runs(limit: 2).reversed()
      let records = try runs.map { run in
        var records: [CredentialRecord] = []
        try store.run(id: run.id)?.forEachCredential { records.append($0) }
        return try #require(records.first)
      }
      let nights = runs.map(\.startedAt)
      #expect(records.map(\.roles) == [["User.Read.All"], nil])
      #expect(records.map(\.location?.line) == [12, 12])
      #expect(records.allSatisfy { $0.location?.file == stage.inventory })
      #expect(
        records.map(\.course) == [
          SubjectCourse(since: nights[0], lastPassedAt: nights[0]),
          SubjectCourse(since: nights[1], failingSince: nights[1], lastPassedAt: nights[0]),
        ])
      #expect(records[1].findings.first?.past?.unknownSince == nights[1])
    }
  }
}
