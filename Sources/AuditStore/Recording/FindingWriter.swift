import CredentialAudit
import GRDB

/// Writes the findings of one subject in one run, and what they say only where nobody said it yet.
struct FindingWriter {
  let db: Database
  let shared: SharedRows
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
        run, subject, position, try shared.diagnosis(Diagnosis(finding)), try detail(finding),
        try finding.suppressed.map(shared.suppression),
        finding.past.map { StoredText.encode($0.since) }, finding.past?.isNew,
        finding.past?.unknownSince.map(StoredText.encode),
      ])
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
}
