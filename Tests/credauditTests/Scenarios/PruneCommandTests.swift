import AuditStore
import CredentialAudit
import EntraSimulator
import Foundation
import TestSupport
import Testing

@testable import credaudit

/// `prune`: old runs make room, and say that they did.
@Suite struct PruneCommandTests {
  /// A run 500 days ago with a credential that nobody has looked at since, and two newer ones.
  private static func fill(_ stage: Stage) throws {
    let nights = StoredNights(database: stage.database)
    try nights.record("aaaaaa", day: -500, .warning, others: [StoredNights.credential("old")])
    try nights.record("bbbbbb", day: -499)
    try nights.record("cccccc", day: -1)
    try nights.record("dddddd", day: 0)
  }

  @Test("It says what it dropped and how large the file is; lives are as they were")
  func says() async throws {
    try await Scenario().perform { stage in
      try Self.fill(stage)
      let life = try await stage.run(["history", "contoso/billing/primary"])
      let run = try await stage.run(["prune", "--keep", "400d"])
      #expect(run.status == .clean && run.error == "")
      let lines = run.output.split(separator: "\n")
      #expect(
        lines[0] == """
          of runs that had started before 2025-10-14T11:06:40Z, 1 is gone, 1 keeps subjects' last \
          states
          """)
      #expect(lines[1].hasPrefix("dropped 2 observations, 2 findings and "))
      #expect(lines[2].contains(#/the database was [0-9]+ KiB and is [0-9]+ KiB/#))
      #expect(try await stage.run(["history", "contoso/billing/primary"]).output == life.output)
      let again = try await stage.run(["prune", "--keep", "400d"])
      #expect(again.status == .clean && again.output.hasPrefix("nothing to drop: no run that had"))
    }
  }

  @Test("For programs it is one row")
  func programs() async throws {
    try await Scenario().perform { stage in
      try Self.fill(stage)
      let run = try await stage.run(["prune", "--keep", "400d", "--format", "json"])
      let rows = try #require(
        try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
      #expect(rows.count == 1)
      #expect(rows[0]["runs_deleted"] as? Int == 1 && rows[0]["runs_pruned"] as? Int == 1)
      #expect(rows[0]["observations"] as? Int == 2)
      let csv = try await stage.run(["prune", "--keep", "400d", "--format", "csv"])
      #expect(csv.output.contains(",0,0,0,0,0,not_needed,"))
    }
  }

  @Test("Every report of a pruned run says so at its head")
  func report() async throws {
    try await Scenario().perform { stage in
      try Self.fill(stage)
      _ = try await stage.run(["prune", "--keep", "400d"])
      let run = try await stage.run(["report", "--run", "aaaaaa"])
      #expect(run.status == .clean)
      #expect(run.output.contains("PRUNED: This run was pruned on 18 Nov 2026"))
      #expect(run.report?.notices.map(\.code) == ["run-pruned"])
      #expect(run.report?.credentials.map(\.credential) == ["old"])
      for name in ["report.html", "findings.csv"] {
        let text = try stage.text(of: "out/" + name)
        let subject = try #require(text.range(of: "old")).lowerBound
        #expect(text[..<subject].contains("was pruned on 18 Nov 2026"))
      }
      let whole = try await stage.run(["report", "--run", "cccccc"])
      #expect(!whole.output.contains("PRUNED") && whole.report?.notices.isEmpty == true)
      let deleted = try await stage.run(["report", "--run", "bbbbbb"])
      #expect(deleted.status == .usage && deleted.error.contains("was pruned"))
    }
  }

  @Test("While a run is under way nothing is dropped")
  func locked() async throws {
    try await Scenario().perform { stage in
      try Self.fill(stage)
      let lock = try RunLock(database: stage.database)
      let run = try await stage.run(["prune", "--keep", "400d"])
      withExtendedLifetime(lock) {}
      #expect(run.status == .locked && run.output == "")
      #expect(run.error.contains("another run is under way"))
      #expect(try AuditStore(path: stage.database).runs(limit: 9).count == 4)
    }
  }

  @Test("Audits go on after it: what is as before is unchanged")
  func goesOn() async throws {
    try await Scenario().perform { stage in
      _ = try await stage.audit()
      stage.time.advance(by: .seconds(86_400))
      _ = try await stage.audit()
      stage.time.advance(by: .seconds(9 * 86_400))
      let prune = try await stage.run(["prune", "--keep", "3d"])
      #expect(prune.output.contains("1 is gone"))
      let run = try await stage.audit()
      #expect(run.report?.credentials.map(\.change) == ["unchanged"])
      #expect(try await stage.run(["diff"]).error.contains("2 subjects in both, no differences"))
    }
  }

  @Test("Without a database nothing is made, without a run there is nothing to drop")
  func nothingThere() async throws {
    try await Scenario().perform { stage in
      let missing = try await stage.run(["prune", "--keep", "1d"])
      #expect(missing.status == .usage && missing.error.contains("there is no database"))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: stage.reports).isEmpty)
      _ = try AuditStore(path: stage.database)
      let empty = try await stage.run(["prune", "--keep", "1d"])
      #expect(empty.status == .clean && empty.output.hasPrefix("nothing to drop"))
    }
  }

  @Test("How long to keep is asked for: nothing is dropped by default")
  func noDefault() async throws {
    try await Scenario().perform { stage in
      try Self.fill(stage)
      let run = try await stage.run(["prune"])
      #expect(run.status == .usage && run.error.contains("--keep"))
      #expect(try AuditStore(path: stage.database).runs(limit: 9).count == 4)
    }
  }
}
