import CredentialAudit
import GRDB

/// Reads the findings of one subject after the other, by one prepared statement. What many findings
/// have in common is read once: an estate in order has a dozen diagnoses and a hundred thousand
/// findings.
final class FindingReader {
  private let statement: Statement
  private let run: Int64
  private let diagnoses: Statement
  private let suppressions: Statement
  private var readDiagnoses: [Int64: ReadDiagnosis] = [:]
  private var readSuppressions: [Int64: SuppressionNote] = [:]

  /// What is the same for all that have the same fault, or none.
  private struct ReadDiagnosis {
    let check: CheckID
    let verdict: Verdict
    let code: String
    let `class`: String?
    let cause: String?
    let fix: String?
    let isRetryable: Bool

    init(_ row: Row) throws {
      check = try StoredText.word(try row.decode(atIndex: 0))
      verdict = try StoredText.word(try row.decode(atIndex: 1))
      code = try row.decode(atIndex: 2)
      `class` = try row.decode(atIndex: 3)
      cause = try row.decode(atIndex: 4)
      fix = try row.decode(atIndex: 5)
      isRetryable = try row.decode(atIndex: 6)
    }
  }

  init(_ db: Database, run: Int64) throws {
    statement = try db.makeStatement(
      sql: """
        SELECT f.diagnosis_id, d.summary, d.evidence, f.suppression_id, f.since, f.is_new,
          f.unknown_since
        FROM finding f JOIN detail d ON d.id = f.detail_id
        WHERE f.run_id = ? AND f.subject_id = ? ORDER BY f.position
        """)
    diagnoses = try db.makeStatement(
      sql: """
        SELECT check_id, verdict, code, class, cause, fix, retryable FROM diagnosis WHERE id = ?
        """)
    suppressions = try db.makeStatement(
      sql: "SELECT reason, owner, until FROM suppression WHERE id = ?")
    self.run = run
  }

  /// In the order in which they were recorded.
  func of(subject: Int64) throws -> [Finding] {
    let rows = try Row.fetchCursor(statement, arguments: [run, subject])
    var findings: [Finding] = []
    while let row = try rows.next() {
      let diagnosis = try diagnosis(try row.decode(atIndex: 0))
      findings.append(
        Finding(
          check: diagnosis.check, verdict: diagnosis.verdict, code: diagnosis.code,
          class: diagnosis.class, summary: try row.decode(atIndex: 1), cause: diagnosis.cause,
          fix: diagnosis.fix, evidence: try StoredText.evidence(try row.decode(atIndex: 2)),
          retryable: diagnosis.isRetryable,
          suppressed: try row.decode(Int64?.self, atIndex: 3).map(suppression),
          past: try past(row)))
    }
    return findings
  }

  private func diagnosis(_ id: Int64) throws -> ReadDiagnosis {
    if let known = readDiagnoses[id] { return known }
    let row = try Row.fetchOne(diagnoses, arguments: [id])
    let diagnosis = try ReadDiagnosis(try row.orMissing)
    readDiagnoses[id] = diagnosis
    return diagnosis
  }

  private func suppression(_ id: Int64) throws -> SuppressionNote {
    if let known = readSuppressions[id] { return known }
    let row = try Row.fetchOne(suppressions, arguments: [id]).orMissing
    let note = SuppressionNote(
      reason: try row.decode(atIndex: 0), owner: try row.decode(atIndex: 1),
      until: try row.decode(atIndex: 2))
    readSuppressions[id] = note
    return note
  }

  /// Nothing in a run that was recorded with schema 1.
  private func past(_ row: Row) throws -> FindingPast? {
    guard let since = try row.decode(Int64?.self, atIndex: 4) else { return nil }
    return FindingPast(
      since: StoredText.date(since), isNew: try row.decode(Bool?.self, atIndex: 5) ?? false,
      unknownSince: try row.decode(Int64?.self, atIndex: 6).map(StoredText.date))
  }
}

extension Row? {
  /// A row that a foreign key promises.
  fileprivate var orMissing: Row {
    get throws {
      guard let self else { throw StoredText.Malformed() }
      return self
    }
  }
}
