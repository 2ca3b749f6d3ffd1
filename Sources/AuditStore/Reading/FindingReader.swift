import CredentialAudit
import GRDB

/// Reads the findings of one subject after the other, by one prepared statement.
struct FindingReader {
  private let statement: Statement
  private let run: Int64

  init(_ db: Database, run: Int64) throws {
    statement = try db.makeStatement(
      sql: """
        SELECT g.check_id, g.verdict, g.code, g.class, d.summary, g.cause, g.fix, d.evidence,
          g.retryable, p.reason, p.owner, p.until, f.since, f.is_new, f.unknown_since
        FROM finding f
        JOIN diagnosis g ON g.id = f.diagnosis_id
        JOIN detail d ON d.id = f.detail_id
        LEFT JOIN suppression p ON p.id = f.suppression_id
        WHERE f.run_id = ? AND f.subject_id = ? ORDER BY f.position
        """)
    self.run = run
  }

  /// In the order in which they were recorded.
  func of(subject: Int64) throws -> [Finding] {
    let rows = try Row.fetchCursor(statement, arguments: [run, subject])
    var findings: [Finding] = []
    while let row = try rows.next() {
      findings.append(
        Finding(
          check: try StoredText.word(try row.decode(atIndex: 0)),
          verdict: try StoredText.word(try row.decode(atIndex: 1)),
          code: try row.decode(atIndex: 2), class: try row.decode(atIndex: 3),
          summary: try row.decode(atIndex: 4), cause: try row.decode(atIndex: 5),
          fix: try row.decode(atIndex: 6),
          evidence: try StoredText.evidence(try row.decode(atIndex: 7)),
          retryable: try row.decode(atIndex: 8), suppressed: try note(row),
          past: try past(row)))
    }
    return findings
  }

  /// Nothing in a run that was recorded with schema 1.
  private func past(_ row: Row) throws -> FindingPast? {
    guard let since = try row.decode(Int64?.self, atIndex: 12) else { return nil }
    return FindingPast(
      since: StoredText.date(since), isNew: try row.decode(Bool?.self, atIndex: 13) ?? false,
      unknownSince: try row.decode(Int64?.self, atIndex: 14).map(StoredText.date))
  }

  private func note(_ row: Row) throws -> SuppressionNote? {
    guard let reason = try row.decode(String?.self, atIndex: 9) else { return nil }
    return SuppressionNote(
      reason: reason, owner: try row.decode(atIndex: 10), until: try row.decode(atIndex: 11))
  }
}
