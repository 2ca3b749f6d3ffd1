import CredentialAudit
import GRDB

/// One row of a subject's life.
struct VerdictChangeRow {
  /// What a live look, or the end of one, said.
  struct Said {
    let verdict: Verdict
    let code: String
  }

  let subject: Int64
  /// The run's id, as reports carry it.
  let run: String
  let at: Int64
  let change: Change
  /// Nil where the subject is seen for the first time.
  let before: Said?
  let now: Said
  let credential: Int64?

  func insert(_ db: Database) throws {
    try db.run(
      """
      INSERT INTO verdict_change (subject_id, run, at, change, old_verdict, old_code, verdict, code,
        credential_description_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        subject, run, at, change.rawValue, before?.verdict.rawValue, before?.code,
        now.verdict.rawValue, now.code, credential,
      ])
  }
}
