import CredentialAudit
import GRDB

/// Reads what every credential that is still there was last seen to be.
enum EndReader {
  /// A certificate whose file could not be read last time ends all the same, and so does a secret
  /// whose directory was not read: the end that was last told holds, as long as what it was told of
  /// is still referred to.
  static let sql = """
    SELECT \(SubjectColumns.sql), standing.verdict, standing.code, standing.looked_at,
      credential_description.client_id, credential_description.kind,
      credential_description.owner, credential_description.runbook,
      CASE
        WHEN credential_description.expires_at IS NOT NULL THEN credential_description.expires_at
        WHEN (standing.known_end_from = 'directory'
            OR credential_description.kind = 'certificate'
              AND standing.known_end_from = 'certificate')
          AND EXISTS (
            SELECT 1 FROM credential_description told
            WHERE told.subject_id = standing.subject_id
              AND told.source = credential_description.source
              AND told.expires_at = standing.known_end) THEN standing.known_end
      END AS expires_at,
      ifnull(credential_description.expires_from, standing.known_end_from) AS expires_from
    FROM standing
    JOIN subject ON subject.id = standing.subject_id
    JOIN credential_description
      ON credential_description.id = standing.credential_description_id
    WHERE standing.gone_at IS NULL
    """

  static func ends(_ db: Database) throws -> [StandingEnd] {
    try Row.fetchAll(db, sql: sql).map { row in
      let end: Int64? = try row.decode(forColumn: "expires_at")
      return StandingEnd(
        subject: try SubjectColumns.name(row), clientID: try row.decode(forColumn: "client_id"),
        kind: try row.decode(forColumn: "kind"), owner: try row.decode(forColumn: "owner"),
        runbook: try row.decode(forColumn: "runbook"), expiresAt: end.map(StoredText.date),
        expiresFrom: end == nil ? nil : try row.decode(forColumn: "expires_from"),
        answer: LifeChange.Answer(
          try StoredText.word(try row.decode(forColumn: "verdict")),
          try row.decode(forColumn: "code")),
        lookedAt: StoredText.date(try row.decode(forColumn: "looked_at")))
    }
  }
}
