import CredentialAudit
import GRDB

/// Writes the findings of one subject in one run, and what they say only where nobody said it yet.
struct FindingWriter {
  let db: Database
  let run: Int64
  let subject: Int64
  /// The last run in which this subject occurred.
  let previousRun: Int64?

  func write(_ finding: Finding, position: Int) throws {
    try db.run(
      """
      INSERT INTO finding (run_id, subject_id, position, diagnosis_id, detail_id, suppression_id)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        run, subject, position, try diagnosis(finding), try detail(finding),
        try finding.suppressed.map(suppression),
      ])
  }

  private func diagnosis(_ finding: Finding) throws -> Int64 {
    let values: StatementArguments = [
      finding.code, finding.check.rawValue, finding.verdict.rawValue, finding.retryable,
      finding.class, finding.cause, finding.fix,
    ]
    let found = try db.id(
      """
      SELECT id FROM diagnosis WHERE code = ? AND check_id = ? AND verdict = ? AND retryable = ?
        AND ifnull(class, 0) = ifnull(?, 0) AND ifnull(cause, 0) = ifnull(?, 0)
        AND ifnull(fix, 0) = ifnull(?, 0)
      """, values)
    if let found { return found }
    try db.run(
      """
      INSERT INTO diagnosis (code, check_id, verdict, retryable, class, cause, fix)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """, values)
    return db.lastInsertedRowID
  }

  /// Summaries and evidence belong to their subject: only its own previous run is asked, so that no
  /// index over all of them is needed.
  private func detail(_ finding: Finding) throws -> Int64 {
    let evidence = try StoredText.encode(finding.evidence)
    if let previousRun {
      let found = try db.id(
        """
        SELECT detail.id FROM finding JOIN detail ON detail.id = finding.detail_id
        WHERE finding.run_id = ? AND finding.subject_id = ?
          AND detail.summary = ? AND detail.evidence = ? LIMIT 1
        """, [previousRun, subject, finding.summary, evidence])
      if let found { return found }
    }
    try db.run("INSERT INTO detail (summary, evidence) VALUES (?, ?)", [finding.summary, evidence])
    return db.lastInsertedRowID
  }

  private func suppression(_ note: SuppressionNote) throws -> Int64 {
    let values: StatementArguments = [note.reason, note.owner, note.until]
    let sql = "SELECT id FROM suppression WHERE reason = ? AND owner = ? AND until = ?"
    if let found = try db.id(sql, values) { return found }
    try db.run("INSERT INTO suppression (reason, owner, until) VALUES (?, ?, ?)", values)
    return db.lastInsertedRowID
  }
}
