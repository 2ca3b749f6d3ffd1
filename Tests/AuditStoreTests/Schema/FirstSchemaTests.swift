import AuditStore
import CredentialAudit
import Foundation
import Testing

/// A database that was written before schema 2: the nights `run-1` and `run-2`, an offline `run-3`,
/// `run-4` that was cut short, and `run-5` that was killed.
@Suite struct FirstSchemaTests {
  private static let names: [SubjectName] =
    [.authority(tenant: "contoso")]
    + ["steady", "broken", "silent", "answered"].map {
      .credential(tenant: "contoso", application: "billing", credential: $0)
    }

  private static func credential(
    _ name: String, _ verdict: Verdict, _ code: String, thumbprint: String? = nil,
    suppressed: Bool = false
  ) -> CredentialRecord {
    CredentialRecord(
      tenant: "contoso", application: "billing", credential: name,
      clientID: "8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4",
      kind: thumbprint == nil ? "secret" : "certificate",
      source: thumbprint == nil ? "env \(name.uppercased())" : "file certs/\(name).pem",
      expiresAt: day(200), expiresFrom: thumbprint == nil ? "inventory" : "certificate",
      thumbprintSHA256: thumbprint,
      findings: [
        Finding(
          check: .credentialExpiry, verdict: .pass, code: "ok", summary: "it ends",
          evidence: ["expires_from": "inventory"]),
        Finding(
          check: .credentialAcquisition, verdict: verdict, code: code, summary: "asked",
          evidence: ["scope": "https://graph.microsoft.com/.default"],
          suppressed: suppressed
            ? SuppressionNote(reason: "replaced", owner: "jo", until: "2027-01-01") : nil),
      ])
  }

  /// The next night, with what its inventory still has.
  @discardableResult
  private static func record(
    _ id: String, at number: Double, silent: Verdict = .unknown, in scratch: Scratch
  ) throws -> StoredRun {
    try scratch.record(
      id, at: day(0).addingTimeInterval(number * 86_400), has: names,
      credentials: [
        credential("steady", .pass, "ok", thumbprint: "BB"), credential("broken", .pass, "ok"),
        credential("silent", silent, silent == .pass ? "ok" : "timeout"),
        credential("answered", .critical, "AADSTS7000215", suppressed: true),
      ])
  }

  @Test("It becomes what a new database is")
  func migrated() throws {
    let (old, new) = (try Fixture.open("schema-1"), try Scratch())
    #expect(try old.lines("PRAGMA user_version") == ["1"])
    _ = (try old.open(), try new.open())
    let schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    #expect(try old.lines(schema) == new.lines(schema))
    #expect(try old.lines("PRAGMA user_version") == new.lines("PRAGMA user_version"))
    #expect(try old.lines("PRAGMA integrity_check") == ["ok"])
    #expect(try old.lines("PRAGMA foreign_key_check").isEmpty)
  }

  @Test("Its runs are read as they were written, without a past that nobody wrote down")
  func read() throws {
    let scratch = try Fixture.open("schema-1")
    let store = try scratch.open()
    let runs = try store.runs(limit: 9)
    #expect(runs.map(\.id) == ["run-5", "run-4", "run-3", "run-2", "run-1"])
    #expect(runs.map(\.complete) == [false, false, true, true, true])
    let first = try #require(try store.run(id: "run-1"))
    let credentials = try first.credentials()
    #expect(
      credentials.map(\.credential) == ["answered", "broken", "silent", "leaver", "steady"])
    #expect(credentials.allSatisfy { $0.course == nil && $0.roles == nil && $0.location == nil })
    #expect(credentials.allSatisfy { $0.findings.count == 2 && $0.findings[0].past == nil })
    #expect(credentials[0].findings[0].suppressed?.reason == "replaced, CHG-1")
    #expect(credentials[4].thumbprintSHA256 == "AA" && credentials[4].tags == ["prod", "finance"])
    #expect(try first.authorities().map(\.verdict) == [.pass])
    #expect(
      try first.notices() == [
        RunNotice(code: "directory-not-read", message: "1 tenant with a directory")
      ])
    #expect(try first.summary().credentials.total == 5)
    #expect(try store.run(id: "run-4")?.credentials().map(\.change).contains(.rotated) == true)
    #expect(try store.run(id: "run-4")?.trend(limit: 9).map(\.id) == ["run-1", "run-2"])
  }

  @Test("What its runs tell of each subject is worked out once")
  func standings() throws {
    let scratch = try Fixture.open("schema-1")
    _ = try scratch.open()
    let rows = try scratch.lines(
      """
      SELECT coalesce(s.credential, s.tenant), t.verdict,
        (t.failing_since - 1795000000000) / 86400000, t.streak, t.recent, t.gone_at
      FROM standing t JOIN subject s ON s.id = t.subject_id ORDER BY 1
      """)
    #expect(
      rows == [
        "answered|critical|0|3|ccc|", "broken|pass||1|ccp|", "contoso|warning|1|1|pcw|",
        "leaver|critical|0|1|wc|", "only-offline|pass||1|p|", "silent|unknown|0|3|uuu|",
        "steady|pass||4|pppp|",
      ])
    #expect(
      try scratch.lines("SELECT run, critical, pass, suppressed FROM run_summary") == [
        "run-5|0|1|0", "run-4|0|2|1", "run-3|0|2|0", "run-2|3|1|1", "run-1|1|2|1",
      ])
  }

  @Test("It takes a new run, which goes on where the old ones were")
  func nextRun() throws {
    let scratch = try Fixture.open("schema-1")
    let run = try Self.record("run-6", at: 5, in: scratch)
    var found: [String: CredentialRecord] = [:]
    for credential in try run.credentials() { found[credential.credential] = credential }
    #expect(found["steady"]?.change == .unchanged)
    #expect(
      found["steady"]?.course == SubjectCourse(since: day(0), lastPassedAt: day(5), streak: 5))
    #expect(
      found["broken"]?.course == SubjectCourse(since: day(3), lastPassedAt: day(5), streak: 2))
    #expect(
      found["silent"]?.course == SubjectCourse(since: day(0), failingSince: day(0), streak: 4))
    #expect(found["leaver"]?.change == .gone)
    #expect(found["only-offline"] == nil)
    // Since when a finding was there is known from the last look on.
    #expect(
      found["silent"]?.findings[0].past
        == FindingPast(
          since: day(3), isNew: false, unknownSince: day(3)))
    #expect(found["answered"]?.findings[0].past == FindingPast(since: day(3), isNew: false))
    #expect(try run.authorities().isEmpty)
    #expect(
      try scratch.lines("SELECT run, state, pass FROM run_summary LIMIT 2")
        == ["run-6|finished|2", "run-5|cut_short|1"])
  }

  @Test("What it knew as unknown becomes critical in time")
  func overdue() throws {
    let scratch = try Fixture.open("schema-1")
    try Self.record("run-6", at: 5, in: scratch)
    let silent = { (run: StoredRun) in
      try #require(try run.credentials().first { $0.credential == "silent" })
    }
    #expect(try silent(try Self.record("run-7", at: 6, in: scratch)).verdict == .unknown)
    let late = try silent(try Self.record("run-8", at: 6.1, in: scratch))
    #expect(late.verdict == .critical && late.change == .worse)
    let back = try silent(try Self.record("run-9", at: 7, silent: .pass, in: scratch))
    #expect(back.verdict == .pass && back.change == .recovered)
  }
}
