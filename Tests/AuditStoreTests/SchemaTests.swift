import AuditStore
import CredentialAudit
import Foundation
import GRDB
import Testing

@Suite struct SchemaTests {
  private func filled() throws -> Scratch {
    let scratch = try Scratch()
    let authority = AuthorityRecord(
      tenant: "contoso", authority: "https://login.microsoftonline.com/contoso", kind: "entra",
      cloud: "public", tenantID: nil, owner: "team",
      findings: [Finding(check: .authorityURL, verdict: .pass, code: "ok", summary: "well formed")])
    try scratch.record(
      "run-1", authorities: [authority],
      credentials: [
        sampleCredential("live", .critical, code: "expired", ends: day(-3), from: "inventory"),
        sampleCredential("later", ends: day(40_000), from: "certificate"),
        sampleCredential("endless"),
      ])
    try scratch.record(
      "run-2", at: day(1), offline: true,
      credentials: [sampleCredential("live", .warning), sampleCredential("only offline")])
    return scratch
  }

  @Test("latest_verdict shows each subject's last live verdict in the words of the reports")
  func latestVerdict() throws {
    let rows = try filled().lines(
      """
      SELECT subject, subject_kind, verdict, code, summary, owner, since, offline, run
      FROM latest_verdict ORDER BY subject
      """)
    let (first, second) = ("2026-11-18T11:06:40Z", "2026-11-19T11:06:40Z")
    #expect(
      rows == [
        "contoso|authority|pass|ok|well formed|team|\(first)|0|run-1",
        "contoso/billing/endless|credential|pass|ok|looked||\(first)|0|run-1",
        "contoso/billing/later|credential|pass|ok|looked||\(first)|0|run-1",
        "contoso/billing/live|credential|critical|expired|looked||\(first)|0|run-1",
        "contoso/billing/only offline|credential|pass|ok|looked||\(second)|1|run-2",
      ])
  }

  @Test("expiring lists what ends, soonest first")
  func expiring() throws {
    let rows = try filled().lines("SELECT credential, expires_at, expires_from FROM expiring")
    #expect(
      rows == [
        "live|2026-11-15T11:06:40Z|inventory", "later|2136-05-25T11:06:40Z|certificate",
      ])
  }

  @Test("run_summary has a row for every run, newest first")
  func runSummary() throws {
    let rows = try filled().lines(
      """
      SELECT run, state, started_at, finished_at, complete, offline, authorities, credentials,
        critical, warning, pass, suppressed FROM run_summary
      """)
    #expect(
      rows == [
        "run-2|finished|2026-11-19T11:06:40Z|2026-11-19T11:07:40Z|1|1|0|2|0|1|1|0",
        "run-1|finished|2026-11-18T11:06:40Z|2026-11-18T11:07:40Z|1|0|1|3|1|0|3|0",
      ])
  }

  @Test(
    "days left are floored, before and after the end",
    arguments: [
      (60, 0), (-60, -1), (86_460, 1), (-86_460, -2),
    ])
  func daysLeft(seconds: Int, days: Int) throws {
    let scratch = try Scratch()
    let end = Date(timeIntervalSinceNow: Double(seconds))
    try scratch.record("1", credentials: [sampleCredential(ends: end, from: "inventory")])
    #expect(try scratch.lines("SELECT days_left FROM expiring") == ["\(days)"])
  }

  @Test(
    "README names the columns that the views have",
    arguments: ["latest_verdict", "expiring", "run_summary"])
  func documented(view: String) throws {
    let columns = try filled().lines("SELECT name FROM pragma_table_info('\(view)')")
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../README.md")
    let readme = try String(contentsOf: file, encoding: .utf8)
    let row = try #require(readme.split(separator: "\n").first { $0.hasPrefix("| `\(view)` |") })
    let cell = try #require(row.split(separator: "|").last { $0.contains("`") })
    let named = cell.split(separator: ",").map { name in
      name.filter { $0.isLetter || $0.isNumber || $0 == "_" }
    }
    #expect(named == columns)
  }

  @Test("every table is strict, the schema explains itself, and nothing of GRDB's is needed for it")
  func truth() throws {
    let scratch = try filled()
    let tables = try scratch.lines("SELECT sql FROM sqlite_schema WHERE type = 'table'")
    #expect(tables.count >= 11)
    for sql in tables {
      #expect(sql.contains("STRICT") && sql.contains("--"), "\(sql)")
    }
    #expect(try scratch.lines("PRAGMA application_id") == ["\(0x6372_6175)"])
    #expect(try scratch.lines("PRAGMA integrity_check") == ["ok"])
    #expect(try scratch.lines("PRAGMA foreign_key_check").isEmpty)
  }

  @Test(
    "words that are none are refused by the schema itself",
    arguments: [
      "UPDATE observation SET verdict = 'fine'", "UPDATE observation SET change = 'new'",
      "UPDATE run SET complete = 2", "UPDATE run SET finished_at = NULL",
      "UPDATE run SET state = 'running', finished_at = NULL",
      "UPDATE run SET scope = 'all'", "UPDATE subject SET application = NULL",
      "UPDATE credential_description SET kind = 'password'",
      "UPDATE credential_description SET expires_at = 'soon'",
      "UPDATE finding SET diagnosis_id = 4711", "UPDATE observation SET run_id = 4711",
      "INSERT INTO subject (kind, tenant, first_seen_at) VALUES ('authority', 'contoso', 0)",
      "DELETE FROM diagnosis", "DELETE FROM subject",
    ])
  func refusals(sql: String) throws {
    let scratch = try filled()
    #expect(throws: DatabaseError.self) { try scratch.meddle(sql) }
  }

  @Test(
    "what every run asks for each subject is found by an index",
    arguments: [
      "SELECT run_id FROM observation WHERE subject_id = 1 ORDER BY run_id DESC LIMIT 1",
      "SELECT id FROM subject WHERE kind = 'authority' AND tenant = 'a'",
      """
      SELECT id FROM subject
      WHERE kind = 'credential' AND tenant = 'a' AND application = 'b' AND credential = 'c'
      """,
      "SELECT id FROM credential_description WHERE subject_id = 1 AND client_id IS 'x'",
      "SELECT id FROM diagnosis WHERE code = 'a' AND check_id = 'b' AND verdict = 'pass'",
      "SELECT * FROM run ORDER BY started_at DESC, id DESC LIMIT 1",
    ])
  func plans(sql: String) throws {
    let plan = try filled().query("EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] as String }
    #expect(plan.allSatisfy { !$0.hasPrefix("SCAN") || $0.contains("USING") }, "\(plan)")
    #expect(plan.allSatisfy { !$0.contains("TEMP B-TREE") }, "\(plan)")
  }
}
