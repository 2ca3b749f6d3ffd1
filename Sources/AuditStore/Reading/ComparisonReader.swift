import CredentialAudit
import GRDB

/// Reads what two runs said of each subject.
enum ComparisonReader {
  static let looks = """
    SELECT \(SubjectColumns.sql), subject.first_seen_at, observation.verdict, observation.change,
      diagnosis.code,
      ifnull(credential_description.kind, authority_description.kind) AS kind,
      ifnull(credential_description.owner, authority_description.owner) AS owner,
      ifnull(credential_description.tags, authority_description.tags) AS tags,
      credential_description.source, credential_description.expires_at,
      credential_description.thumbprint_sha256
    FROM observation
    JOIN subject ON subject.id = observation.subject_id
    LEFT JOIN authority_description
      ON authority_description.id = observation.authority_description_id
    LEFT JOIN credential_description
      ON credential_description.id = observation.credential_description_id
    LEFT JOIN finding ON finding.run_id = observation.run_id
      AND finding.subject_id = observation.subject_id AND finding.position = 0
    LEFT JOIN diagnosis ON diagnosis.id = finding.diagnosis_id
    WHERE observation.run_id = ?
    """

  /// Every rotation outlives the runs, so that it is told across any number of them.
  static let rotations = """
    SELECT \(SubjectColumns.sql) FROM verdict_change
    JOIN subject ON subject.id = verdict_change.subject_id
    WHERE verdict_change.at > ? AND verdict_change.at <= ? AND verdict_change.change = 'rotated'
    """

  static func compare(_ old: AuditRun, _ new: AuditRun, _ db: Database) throws -> RunComparison {
    RunComparison(
      of: old, try looks(of: old, db), with: new, try looks(of: new, db),
      rotated: Set(
        try Row.fetchAll(
          db, sql: rotations,
          arguments: [StoredText.encode(old.startedAt), StoredText.encode(new.startedAt)]
        ).map(SubjectColumns.name)))
  }

  private static func looks(of run: AuditRun, _ db: Database) throws -> [SubjectLook] {
    guard let id = try db.id("SELECT id FROM run WHERE run = ?", [run.id]) else { return [] }
    return try Row.fetchAll(db, sql: looks, arguments: [id]).map(look)
  }

  private static func look(_ row: Row) throws -> SubjectLook {
    let change: Change = try StoredText.word(try row.decode(forColumn: "change"))
    return SubjectLook(
      subject: try SubjectColumns.name(row),
      firstSeenAt: StoredText.date(try row.decode(forColumn: "first_seen_at")),
      answer: LifeChange.Answer(
        try StoredText.word(try row.decode(forColumn: "verdict")),
        try row.decode(String?.self, forColumn: "code") ?? ""),
      isGone: change == .gone, kind: try row.decode(forColumn: "kind"),
      owner: try row.decode(forColumn: "owner"),
      tags: try StoredText.list(try row.decode(String?.self, forColumn: "tags") ?? "[]"),
      traits: try TraitColumns.traits(row))
  }
}
