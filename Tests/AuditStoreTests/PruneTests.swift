import CredentialAudit
import Foundation
import GRDB
import Testing

@testable import AuditStore

@Suite struct PruneTests {
  /// What must be the same after pruning, whatever was pruned.
  private static let kept = [
    "SELECT * FROM verdict_change ORDER BY id", "SELECT * FROM latest_verdict ORDER BY subject",
    "SELECT * FROM standing ORDER BY subject_id", "SELECT * FROM subject ORDER BY id",
    "SELECT * FROM expiring",
  ]

  /// Rows to which nothing points.
  private static let orphans = """
    SELECT 'detail', id FROM detail WHERE id NOT IN (SELECT detail_id FROM finding)
    UNION ALL SELECT 'diagnosis', id FROM diagnosis
      WHERE id NOT IN (SELECT diagnosis_id FROM finding)
    UNION ALL SELECT 'suppression', id FROM suppression
      WHERE id NOT IN (SELECT ifnull(suppression_id, 0) FROM finding)
    UNION ALL SELECT 'authority', id FROM authority_description WHERE id NOT IN (
      SELECT ifnull(authority_description_id, 0) FROM observation
      UNION SELECT ifnull(authority_description_id, 0) FROM standing)
    UNION ALL SELECT 'credential', id FROM credential_description WHERE id NOT IN (
      SELECT ifnull(credential_description_id, 0) FROM observation
      UNION SELECT ifnull(credential_description_id, 0) FROM standing
      UNION SELECT ifnull(credential_description_id, 0) FROM verdict_change)
    UNION ALL SELECT 'inventory_file', id FROM inventory_file
      WHERE id NOT IN (SELECT ifnull(inventory_file_id, 0) FROM observation)
    UNION ALL SELECT 'role_set', id FROM role_set
      WHERE id NOT IN (SELECT ifnull(role_set_id, 0) FROM observation)
    """

  private static func credential(_ name: String, _ verdict: Verdict, night: Int) -> CredentialRecord
  {
    CredentialRecord(
      tenant: "contoso", application: "billing", credential: name, clientID: "id",
      kind: "certificate", source: "file \(name).pem", owner: "owner of night \(night)",
      location: SourceLocation(file: "night \(night).yaml", line: 1, column: 1),
      roles: ["Role.\(night)"],
      expiresAt: day(400 + night / 3), expiresFrom: "certificate",
      thumbprintSHA256: "night \(night / 3)",
      findings: [
        Finding(
          check: .credentialAcquisition, verdict: verdict, code: "code-\(night)",
          summary: "night \(night)", cause: "cause \(night % 4)", fix: "fix",
          suppressed: verdict == .warning
            ? SuppressionNote(reason: "night \(night)", owner: "jo", until: "2027-01-01") : nil),
        Finding(check: .credentialToken, verdict: .pass, code: "ok", summary: "always the same"),
      ])
  }

  /// Ten nights. `early` is last looked at in the third, `late` every night.
  private func filled() throws -> Scratch {
    let scratch = try Scratch()
    for night in 0..<10 {
      let verdict: Verdict = [.pass, .warning, .critical, .unknown][night % 4]
      let names = night < 3 ? ["early", "late"] : ["late"]
      try scratch.record(
        "run-\(night)", at: day(night), offline: night == 4,
        authorities: [
          AuthorityRecord(
            tenant: "contoso", authority: "https://login.example/\(night / 2)", kind: "oidc",
            cloud: nil, tenantID: nil,
            findings: [
              Finding(check: .authorityURL, verdict: .pass, code: "ok", summary: "\(night)")
            ])
        ],
        credentials: names.map { Self.credential($0, verdict, night: night) })
    }
    return scratch
  }

  @discardableResult
  private func prune(_ scratch: Scratch, before night: Int) throws -> PruneOutcome {
    try scratch.open().prune(
      startedBefore: day(night), at: day(20), holding: RunLock(database: scratch.path()))
  }

  @Test(
    "whatever is pruned, lives, last states and newer runs stay as they were", arguments: 0...12)
  func whatStays(night: Int) throws {
    let scratch = try filled()
    let before = try Self.kept.map(scratch.lines)
    let newer = try (min(night, 9)..<10).map { night in
      let run = try #require(try scratch.open().run(id: "run-\(night)"))
      return try (run.run, run.credentials(), run.authorities(), run.summary(), run.notices())
    }
    try prune(scratch, before: night)
    for (number, sql) in Self.kept.enumerated() {
      // Standing rows keep their run's number, whose row is there as long as they point at it.
      #expect(try scratch.lines(sql) == before[number], "\(sql)")
    }
    for (offset, old) in newer.enumerated() {
      let run = try #require(
        try scratch.open().run(id: "run-\(min(night, 9) + offset)"))
      #expect(run.run == old.0)
      #expect(try run.credentials() == old.1)
      #expect(try run.authorities() == old.2)
      #expect(try run.summary() == old.3)
    }
    #expect(try scratch.lines("PRAGMA foreign_key_check").isEmpty)
    #expect(try scratch.lines("PRAGMA integrity_check") == ["ok"])
    #expect(try scratch.lines(Self.orphans) == [])
  }

  @Test("of an old run only a subject's last state is left, and of most of them nothing")
  func whatGoes() throws {
    let scratch = try filled()
    let outcome = try prune(scratch, before: 8)
    #expect(outcome.deletedRuns == 7 && outcome.prunedRuns == 1)
    #expect(try scratch.lines("SELECT run FROM run ORDER BY id") == ["run-2", "run-8", "run-9"])
    let left = try #require(try scratch.open().run(id: "run-2"))
    #expect(left.run.prunedAt == day(20))
    #expect(try left.credentials().map(\.credential) == ["early"])
    #expect(try left.credentials()[0].findings.map(\.summary) == ["night 2", "always the same"])
    #expect(try left.authorities().isEmpty)
    #expect(try scratch.open().run(id: "run-8")?.run.prunedAt == nil)
    // Three credentials of two nights and more, and eight authorities, but for one last state.
    #expect(outcome.observations == 3 + 8 + 8 - 1)
    #expect(outcome.findings == 2 * (3 + 8) + 8 - 2)
    #expect(outcome.orphans > 0)
  }

  @Test("a second pruning has nothing to do, and says so")
  func twice() throws {
    let scratch = try filled()
    try prune(scratch, before: 8)
    let runs = try scratch.lines("SELECT * FROM run")
    let outcome = try prune(scratch, before: 8)
    #expect(outcome.isNothing && outcome.observations == 0 && outcome.compaction == .notNeeded)
    #expect(outcome.bytesAfter == outcome.bytesBefore)
    #expect(try scratch.lines("SELECT * FROM run") == runs)
  }

  @Test("what a pruning that was ended in between had not swept, the next one sweeps")
  func endedBeforeItsSweep() throws {
    let (scratch, undisturbed) = (try filled(), try filled())
    try prune(undisturbed, before: 8)
    var dropped = PruneOutcome()
    try RunPruner(
      pool: try scratch.open().pool, end: StoredText.encode(day(8)), now: StoredText.encode(day(20))
    ).prune(&dropped)
    #expect(try dropped.deletedRuns > 0 && !scratch.lines(Self.orphans).isEmpty)
    let outcome = try prune(scratch, before: 8)
    #expect(outcome.deletedRuns == 0 && outcome.prunedRuns == 0)
    #expect(outcome.orphans > 0 && !outcome.isNothing)
    #expect(try scratch.lines(Self.orphans).isEmpty)
    let details = "SELECT id, summary FROM detail ORDER BY id"
    #expect(try scratch.lines(details) == undisturbed.lines(details))
  }

  @Test("the newest run stays whole, however old it is")
  func newest() throws {
    let scratch = try Scratch()
    try scratch.record(
      "1", credentials: [sampleCredential("a"), sampleCredential("b", .skipped)])
    let outcome = try prune(scratch, before: 12)
    #expect(outcome.isNothing)
    #expect(try scratch.open().newestRun()?.credentials().count == 2)
    #expect(try scratch.open().newestRun()?.run.prunedAt == nil)
  }

  @Test("an empty database has nothing to prune")
  func empty() throws {
    let scratch = try Scratch()
    #expect(try prune(scratch, before: 12).isNothing)
  }

  @Test("more subjects than fit in a transaction go too, and the file gets smaller")
  func large() throws {
    let scratch = try Scratch()
    for night in 0..<3 {
      try scratch.record(
        "run-\(night)", at: day(night),
        credentials: (0..<1_203).map { Self.credential("\($0)", .pass, night: night * 3) })
    }
    let outcome = try prune(scratch, before: 2)
    #expect(outcome.observations == 2 * 1_203 && outcome.deletedRuns == 2)
    #expect(outcome.compaction == .done)
    #expect(outcome.bytesAfter < outcome.bytesBefore)
    let size = try FileManager.default.attributesOfItem(atPath: scratch.path())[.size] as? Int
    #expect(size == outcome.bytesAfter)
    #expect(try scratch.lines("PRAGMA freelist_count") == ["0"])
    #expect(try scratch.mode("history.sqlite") == 0o600)
    #expect(try scratch.open().newestRun()?.credentials().count == 1_203)
  }

  @Test("a pruning that was ended half-way goes on, and what it left is dropped")
  func halfWay() throws {
    let scratch = try filled()
    let standing = try Self.kept.map(scratch.lines)
    try scratch.meddle(
      """
      DELETE FROM observation WHERE run_id = 1 AND subject_id = 1;
      UPDATE run SET pruned_at = 5 WHERE id = 1;
      INSERT INTO detail (summary, evidence) VALUES ('left behind', '[]');
      INSERT INTO suppression (reason, owner, until) VALUES ('left', 'behind', '2026-01-01');
      """)
    try prune(scratch, before: 8)
    #expect(try scratch.lines("SELECT count(*) FROM run") == ["3"])
    #expect(try scratch.lines(Self.orphans) == [])
    #expect(try Self.kept.map(scratch.lines) == standing)
  }

  @Test("a run that was killed is closed and pruned as any other")
  func leftOver() throws {
    let scratch = try Scratch()
    do {
      let lock = try RunLock(database: scratch.path())
      let recorder = try scratch.open().begin(sampleRun("killed"), holding: lock)
      try recorder.record(credentials: [sampleCredential()])
    }
    try scratch.record("1", at: day(1), credentials: [sampleCredential()])
    #expect(try prune(scratch, before: 1).deletedRuns == 1)
    #expect(try scratch.lines("SELECT run FROM run") == ["1"])
  }

  @Test("the next run is compared as if nothing had been pruned", arguments: [false, true])
  func goesOn(isPruned: Bool) throws {
    let scratch = try filled()
    if isPruned { try prune(scratch, before: 9) }
    let run = try scratch.record(
      "after", at: day(30),
      credentials: [
        Self.credential("early", .critical, night: 2), Self.credential("late", .pass, night: 9),
        sampleCredential("new"),
      ])
    let changes = try run.credentials().map { "\($0.credential) \($0.change.rawValue)" }.sorted()
    #expect(changes == ["early unchanged", "late recovered", "new first_seen"])
  }

  @Test("a lock on another database does not do")
  func otherLock() throws {
    let scratch = try filled()
    let lock = try RunLock(database: scratch.path("other.sqlite"))
    let store = try scratch.open()
    #expect(throws: StoreError(.refused, path: scratch.path())) {
      try store.prune(startedBefore: day(9), at: day(20), holding: lock)
    }
  }

  @Test("marks hold for the rows that were marked and no other")
  func marks() {
    var marks = RowMarks()
    let ids: Set<Int64> = [0, 1, 63, 64, 127, 1_000_003]
    for id in ids.sorted(by: >) { marks.mark(id) }
    for id in (Int64(0)...130).map(\.self) + [999_999, 1_000_003, 2_000_000] {
      #expect(marks.contains(id) == ids.contains(id))
    }
    marks.mark(-1)
    #expect(marks.contains(-1))
  }
}
