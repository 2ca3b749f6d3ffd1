@testable import AuditStore
import CredentialAudit
import Foundation
import Testing

/// A database as schema 2 left it, kept so that every later one can be held to it.
@Suite struct SecondSchemaTests {
  /// Records what the kept database has.
  private static func record(in scratch: Scratch) throws {
    let authority = AuthorityRecord(
      tenant: "contoso", authority: "https://login.microsoftonline.com/contoso.example",
      kind: "entra", cloud: "public", tenantID: "6babcaad-604b-40ac-a9d7-9fd97c0b779f",
      tags: ["prod"], owner: "team@contoso.example",
      location: SourceLocation(file: "config/inventory.yaml", line: 3, column: 5),
      findings: [Finding(check: .authorityURL, verdict: .pass, code: "ok", summary: "well formed")])
    for night in 0..<6 {
      let verdict: Verdict = night.isMultiple(of: 2) ? .pass : .critical
      var credentials = [
        sampleCredential("flapping", verdict, ends: day(90), from: "inventory"),
        sampleCredential("silent", .unknown, code: "timeout"),
        sampleCredential("answered", .warning, suppressed: true),
        sampleCredential("strong", thumbprint: "AA", roles: ["Directory.ReadWrite.All"]),
      ]
      if night < 2 { credentials.append(sampleCredential("leaver", .warning)) }
      if night == 3 { credentials[3] = sampleCredential("strong", .unknown, thumbprint: "BB") }
      let lock = try RunLock(database: scratch.path())
      let recorder = try scratch.open().begin(
        sampleRun("night-\(night)", at: day(night), offline: night == 2), holding: lock)
      try recorder.note([RunNotice(code: "hint", message: "look here", tenant: "contoso")])
      try recorder.record(authorities: [authority], credentials: credentials)
      if night != 4 {
        try recorder.conclude(inventory: Set(credentials.map(\.name)).union([authority.name]))
      }
      // The last night was killed.
      if night != 5 {
        try recorder.finish(at: day(night).addingTimeInterval(60), complete: night != 4)
      }
    }
  }

  /// Without the words of what is judged when it is recorded: those may change, and what was written
  /// stays.
  private static func unworded(_ record: CredentialRecord) -> CredentialRecord {
    var record = record
    record.findings = record.findings.map { $0.reworded({ _ in "" }, evidence: { $0 }) }
    return record
  }

  @Test("It is what a new database is")
  func schema() throws {
    let (kept, new) = (try Fixture.open("schema-2"), try Scratch())
    #expect(try kept.lines("PRAGMA user_version") == ["2"])
    _ = (try kept.open(), try new.open())
    let schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    #expect(try kept.lines(schema) == new.lines(schema))
  }

  @Test("Its runs are read as they were written")
  func read() throws {
    let (kept, new) = (try Fixture.open("schema-2"), try Scratch())
    try Self.record(in: new)
    let (old, fresh) = (try kept.open(), try new.open())
    #expect(try old.runs(limit: 9) == fresh.runs(limit: 9))
    for run in try old.runs(limit: 9) {
      let one = try #require(try old.run(id: run.id))
      let other = try #require(try fresh.run(id: run.id))
      #expect(try one.authorities() == other.authorities())
      #expect(
        try one.credentials().map(Self.unworded) == other.credentials().map(Self.unworded),
        "\(run.id)")
      #expect(try one.notices() == other.notices())
      #expect(try one.trend(limit: 9) == other.trend(limit: 9))
    }
    let last = try #require(try old.run(id: "night-3")).credentials()
    #expect(last.map(\.credential) == ["flapping", "strong", "silent", "answered", "leaver"])
    #expect(last.map { $0.course?.streak } == [2, 1, 3, 3, nil])
    #expect(last.map(\.change) == [.unchanged, .rotated, .unchanged, .unchanged, .gone])
  }

  @Test("It takes a new run, which goes on where the old ones were")
  func nextRun() throws {
    let scratch = try Fixture.open("schema-2")
    let run = try scratch.record(
      "next", at: day(6), has: [],
      credentials: [
        sampleCredential("flapping", .pass, ends: day(90), from: "inventory"),
        sampleCredential("silent", .unknown, code: "timeout"),
      ])
    let found = try run.credentials()
    #expect(
      found.map(\.credential) == ["silent", "flapping", "answered", "strong"])
    #expect(found.map(\.change) == [.unchanged, .recovered, .gone, .gone])
    #expect(found[0].verdict == .critical && found[0].findings[0].past?.unknownSince == day(0))
    #expect(found[1].course?.isFlapping == true)
    #expect(
      try scratch.lines("SELECT run, state FROM run_summary LIMIT 2")
        == ["next|finished", "night-5|cut_short"])
  }
}
