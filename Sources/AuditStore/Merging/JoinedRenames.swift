import CredentialAudit
import GRDB

/// Finds what has only got another name in a run that was put together: the old name may be in another
/// part than the new one, and no part knows whether something else looks alike.
struct JoinedRenames {
  let db: Database
  /// The row of the run.
  let run: Int64

  /// Brings what is said of each gone subject into line.
  /// - Returns: What the run's reader is to know.
  func judge() throws -> [RunNotice] {
    let missing = try GoneSubject.said(in: run, db)
    let successors = try RenameRule.successors(of: missing, in: run, db)
    var notices: [RunNotice] = []
    for subject in missing {
      try tell(successors[subject.id], of: subject)
      if let successor = successors[subject.id] {
        notices.append(.looksRenamed(from: subject.name, to: successor))
      }
    }
    return notices
  }

  private func tell(_ successor: SubjectName?, of subject: GoneSubject) throws {
    let sql = """
      SELECT d.evidence, d.summary FROM finding f JOIN detail d ON d.id = f.detail_id
      WHERE f.run_id = ? AND f.subject_id = ? AND f.position = 0
      """
    guard let row = try db.row(sql, [run, subject.id]) else { return }
    let evidence = try StoredText.evidence(try row.decode(atIndex: 0))
    let told = evidence.telling(successor)
    guard told != evidence else { return }
    let summary: String = try row.decode(atIndex: 1)
    try db.run(
      "INSERT INTO detail (summary, evidence) VALUES (?, ?)",
      [summary, StoredText.encode(told)])
    try db.run(
      "UPDATE finding SET detail_id = ? WHERE run_id = ? AND subject_id = ? AND position = 0",
      [db.lastInsertedRowID, run, subject.id])
  }
}
