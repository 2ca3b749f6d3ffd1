import CredentialAudit
import Foundation
import GRDB

/// A finding of a subject as an earlier run has it: what a new one is compared with, and the rows that
/// it may point at where it says the same.
struct StoredFinding {
  let detailID: Int64
  let check: String
  let verdict: String
  let code: String
  let summary: String
  let evidence: String
  let since: Int64?
  let unknownSince: Int64?
  /// Whether somebody answered for it.
  let isAnswered: Bool

  static func of(subject: Int64, run: Int64, _ db: Database) throws -> [StoredFinding] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT f.detail_id, g.check_id, g.verdict, g.code, d.summary, d.evidence, f.since,
          f.unknown_since, f.suppression_id IS NOT NULL
        FROM finding f
        JOIN diagnosis g ON g.id = f.diagnosis_id
        JOIN detail d ON d.id = f.detail_id
        WHERE f.run_id = ? AND f.subject_id = ? ORDER BY f.position
        """)
    let rows = try Row.fetchCursor(statement, arguments: [run, subject])
    var findings: [StoredFinding] = []
    while let row = try rows.next() {
      findings.append(
        StoredFinding(
          detailID: try row.decode(atIndex: 0), check: try row.decode(atIndex: 1),
          verdict: try row.decode(atIndex: 2), code: try row.decode(atIndex: 3),
          summary: try row.decode(atIndex: 4), evidence: try row.decode(atIndex: 5),
          since: try row.decode(atIndex: 6), unknownSince: try row.decode(atIndex: 7),
          isAnswered: try row.decode(atIndex: 8)))
    }
    return findings
  }

  /// For the comparison with the next look. Runs of schema 1 did not write down since when: there the
  /// run itself is the first that is known. Nil where a later version asked a check that this one
  /// does not have.
  func earlier(lookedAt: Date, texts: EvidenceTexts) throws -> EarlierFinding? {
    guard let check = CheckID(rawValue: check) else { return nil }
    let verdict: Verdict = try StoredText.word(verdict)
    let since = since.map(StoredText.date) ?? lookedAt
    let finding = Finding(
      check: check, verdict: verdict, code: code, summary: summary,
      evidence: try texts.evidence(of: evidence))
    return EarlierFinding(
      finding, since: since,
      unknownSince: unknownSince.map(StoredText.date) ?? (verdict == .unknown ? since : nil),
      isAnswered: isAnswered)
  }
}
