import CredentialAudit
import GRDB

/// Reads what the last look at a credential told of its rotation.
enum RotationReader {
  /// An offline look tells nothing of it, and what was gone begins anew when it comes back.
  static let evidence = """
    SELECT detail.evidence FROM subject
    JOIN standing ON standing.subject_id = subject.id
    JOIN finding ON finding.run_id = standing.run_id AND finding.subject_id = standing.subject_id
    JOIN diagnosis ON diagnosis.id = finding.diagnosis_id
    JOIN detail ON detail.id = finding.detail_id
    WHERE subject.kind = 'credential' AND subject.tenant = ? AND subject.application = ?
      AND subject.credential = ? AND standing.offline = 0 AND standing.gone_at IS NULL
      AND diagnosis.check_id = 'directory.credential'
    ORDER BY finding.position
    """

  static func past(of subject: SubjectName, _ db: Database) throws -> RotationPast? {
    try all(of: subject, db).lazy.compactMap { RotationPast($0) }.first
  }

  static func standing(of subject: SubjectName, _ db: Database) throws -> RotationStanding? {
    try all(of: subject, db).lazy.compactMap { RotationStanding($0) }.first
  }

  private static func all(of subject: SubjectName, _ db: Database) throws -> [Evidence] {
    guard subject.application != nil else { return [] }
    let statement = try db.cachedStatement(sql: evidence)
    return try String.fetchAll(statement, arguments: StatementArguments(subject.parts))
      .map(StoredText.evidence)
  }
}
