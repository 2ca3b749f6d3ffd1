import CredentialAudit
import GRDB

/// Writes the findings of one subject in one run, and what they say only where nobody said it yet.
struct FindingWriter {
  let db: Database
  let run: Int64
  let subject: Int64
  /// What the subject's last runs found.
  let known: [StoredFinding]
  let texts: EvidenceTexts

  func write(_ finding: Finding, position: Int) throws {
    try db.run(
      """
      INSERT INTO finding (run_id, subject_id, position, diagnosis_id, detail_id, suppression_id,
        since, is_new, unknown_since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        run, subject, position, try diagnosis(finding), try detail(finding),
        try finding.suppressed.map(suppression), finding.past.map { StoredText.encode($0.since) },
        finding.past?.isNew, finding.past?.unknownSince.map(StoredText.encode),
      ])
  }

  private func diagnosis(_ finding: Finding) throws -> Int64 {
    let words = StoredFinding.Words(finding)
    if let same = known.first(where: { $0.words == words }) { return same.diagnosisID }
    let values: StatementArguments = [
      words.code, words.check, words.verdict, words.retryable, words.class, words.cause, words.fix,
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

  /// Summaries and evidence belong to their subject: only its own last runs are asked, so that no
  /// index over all of them is needed.
  private func detail(_ finding: Finding) throws -> Int64 {
    let evidence = texts.text(of: finding.evidence)
    let same = known.first { $0.summary == finding.summary && $0.evidence == evidence }
    if let same { return same.detailID }
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
