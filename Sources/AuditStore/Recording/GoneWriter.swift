import CredentialAudit
import Foundation
import GRDB

/// Says of subjects that the inventory no longer has them: once each, because what they were then
/// stays as it was, with a mark.
struct GoneWriter {
  let db: Database
  let run: AuditRun
  let rowID: Int64

  func write(_ missing: [GoneSubject]) throws {
    let shared = SharedRows(db)
    let successors = try RenameRule.successors(of: missing, in: rowID, db)
    for subject in missing {
      let successor = successors[subject.id]
      try write(subject, successor: successor, shared)
      if let successor {
        try RunRow.add(.looksRenamed(from: subject.name, to: successor), to: rowID, db)
      }
    }
  }

  private func write(
    _ subject: GoneSubject, successor: SubjectName?, _ shared: SharedRows
  ) throws {
    let finding = Finding.gone(
      subject.name, last: subject.verdict, code: subject.code, lookedAt: subject.lookedAt,
      successor: successor, because: subject.reason, called: try names(of: subject))
    try ObservationRow(
      run: rowID, subject: subject.id, verdict: .skipped, change: .gone,
      description: subject.description, priority: priority(of: subject, finding)
    ).insert(db)
    try FindingWriter(
      db: db, shared: shared, run: rowID, subject: subject.id, known: [],
      texts: EvidenceTexts(of: [finding])
    ).write(finding, position: 0)
    let start = StoredText.encode(run.startedAt)
    try db.run("UPDATE standing SET gone_at = ? WHERE subject_id = ?", [start, subject.id])
    try VerdictChangeRow(
      subject: subject.id, run: run.id, at: start, change: .gone,
      before: VerdictChangeRow.Said(verdict: subject.verdict, code: subject.code),
      now: VerdictChangeRow.Said(verdict: .skipped, code: finding.code),
      credential: subject.description.credential
    ).insert(db)
  }

  static let names = """
    SELECT diagnosis.check_id, detail.evidence FROM standing
    JOIN finding ON finding.run_id = standing.run_id AND finding.subject_id = standing.subject_id
    JOIN diagnosis ON diagnosis.id = finding.diagnosis_id
    JOIN detail ON detail.id = finding.detail_id
    WHERE standing.subject_id = ?
      AND diagnosis.check_id IN ('directory.application', 'directory.credential')
    ORDER BY diagnosis.check_id, finding.position
    """

  /// What has names of its own needs no others.
  private func names(of subject: GoneSubject) throws -> GoneNames {
    var names = GoneNames()
    guard subject.reason != .leftInventory else { return names }
    let statement = try db.cachedStatement(sql: Self.names)
    for row in try Row.fetchAll(statement, arguments: [subject.id]) {
      guard let check = CheckID(rawValue: try row.decode(atIndex: 0)) else { continue }
      names.take(try StoredText.evidence(try row.decode(atIndex: 1)), of: check)
    }
    return names
  }

  /// By the rule that holds for all; of what is gone, no more is known than that.
  private func priority(of subject: GoneSubject, _ finding: Finding) -> Int {
    guard case .credential(let tenant, let application, let credential) = subject.name else {
      return 0
    }
    return Priority(
      of: CredentialRecord(
        tenant: tenant, application: application, credential: credential, clientID: "", kind: "",
        source: "", change: .gone, findings: [finding]), roles: nil
    ).rank
  }
}
