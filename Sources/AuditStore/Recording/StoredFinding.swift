import CredentialAudit
import Foundation
import GRDB

/// A finding of a subject as an earlier run has it: what a new one is compared with, and the rows that
/// it may point at where it says the same.
struct StoredFinding {
  /// A finding's texts as they stand in their columns.
  struct Words: Equatable {
    let check: String
    let verdict: String
    let code: String
    let `class`: String?
    let cause: String?
    let fix: String?
    let retryable: Bool
  }

  let diagnosisID: Int64
  let detailID: Int64
  let words: Words
  let summary: String
  let evidence: String
  let since: Int64?
  let unknownSince: Int64?
  /// Whether somebody answered for it.
  let isAnswered: Bool

  static func of(subject: Int64, run: Int64, _ db: Database) throws -> [StoredFinding] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT f.diagnosis_id, f.detail_id, f.since, f.unknown_since, g.check_id, g.verdict, g.code,
          g.class, g.cause, g.fix, g.retryable, d.summary, d.evidence, f.suppression_id IS NOT NULL
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
          diagnosisID: try row.decode(atIndex: 0), detailID: try row.decode(atIndex: 1),
          words: Words(
            check: try row.decode(atIndex: 4), verdict: try row.decode(atIndex: 5),
            code: try row.decode(atIndex: 6), class: try row.decode(atIndex: 7),
            cause: try row.decode(atIndex: 8), fix: try row.decode(atIndex: 9),
            retryable: try row.decode(atIndex: 10)),
          summary: try row.decode(atIndex: 11), evidence: try row.decode(atIndex: 12),
          since: try row.decode(atIndex: 2), unknownSince: try row.decode(atIndex: 3),
          isAnswered: try row.decode(atIndex: 13)))
    }
    return findings
  }

  /// For the comparison with the next look. Runs of schema 1 did not write down since when: there the
  /// run itself is the first that is known. Nil where a later version asked a check that this one
  /// does not have.
  func earlier(lookedAt: Date, texts: EvidenceTexts) throws -> EarlierFinding? {
    guard let check = CheckID(rawValue: words.check) else { return nil }
    let verdict: Verdict = try StoredText.word(words.verdict)
    let since = since.map(StoredText.date) ?? lookedAt
    let finding = Finding(
      check: check, verdict: verdict, code: words.code, summary: summary,
      evidence: try texts.evidence(of: evidence))
    return EarlierFinding(
      finding, since: since,
      unknownSince: unknownSince.map(StoredText.date) ?? (verdict == .unknown ? since : nil),
      isAnswered: isAnswered)
  }
}

extension StoredFinding.Words {
  init(_ finding: Finding) {
    self.init(
      check: finding.check.rawValue, verdict: finding.verdict.rawValue, code: finding.code,
      class: finding.class, cause: finding.cause, fix: finding.fix, retryable: finding.retryable)
  }
}
