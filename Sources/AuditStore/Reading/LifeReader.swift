import CredentialAudit
import GRDB

/// Reads what the history has of one subject.
enum LifeReader {
  static let authority =
    "SELECT id, first_seen_at FROM subject WHERE kind = 'authority' AND tenant = ?"

  static let credential = """
    SELECT id, first_seen_at FROM subject
    WHERE kind = 'credential' AND tenant = ? AND application = ? AND credential = ?
    """

  static let state = """
    SELECT standing.verdict, standing.code, standing.offline, standing.looked_at, standing.since,
      standing.failing_since, standing.last_passed_at, standing.streak, standing.gone_at,
      observation.flapping, detail.summary,
      ifnull(credential_description.kind, authority_description.kind) AS kind,
      ifnull(credential_description.owner, authority_description.owner) AS owner,
      authority_description.authority, credential_description.client_id,
      credential_description.source, credential_description.expires_at,
      credential_description.expires_from, credential_description.thumbprint_sha256
    FROM standing
    LEFT JOIN authority_description
      ON authority_description.id = standing.authority_description_id
    LEFT JOIN credential_description
      ON credential_description.id = standing.credential_description_id
    LEFT JOIN observation ON observation.run_id = standing.run_id
      AND observation.subject_id = standing.subject_id
    LEFT JOIN finding ON finding.run_id = standing.run_id
      AND finding.subject_id = standing.subject_id AND finding.position = 0
    LEFT JOIN detail ON detail.id = finding.detail_id
    WHERE standing.subject_id = ?
    """

  static let steps = """
    SELECT verdict_change.at, verdict_change.run, verdict_change.change,
      verdict_change.old_verdict, verdict_change.old_code, verdict_change.verdict,
      verdict_change.code, credential_description.source, credential_description.expires_at,
      credential_description.thumbprint_sha256
    FROM verdict_change
    LEFT JOIN credential_description
      ON credential_description.id = verdict_change.credential_description_id
    WHERE verdict_change.subject_id = ?
    ORDER BY verdict_change.at, verdict_change.id
    """

  static func life(of subject: SubjectName, _ db: Database) throws -> SubjectLife? {
    let sql = subject.application == nil ? authority : credential
    guard let found = try db.row(sql, StatementArguments(subject.parts)) else { return nil }
    let id: Int64 = try found.decode(forColumn: "id")
    return SubjectLife(
      subject: subject, firstSeenAt: StoredText.date(try found.decode(forColumn: "first_seen_at")),
      state: try db.row(state, [id]).map {
        try state($0, try RotationReader.standing(of: subject, db))
      },
      steps: try Row.fetchAll(db, sql: steps, arguments: [id]).map(step))
  }

  private static func state(_ row: Row, _ rotation: RotationStanding?) throws -> SubjectState {
    SubjectState(
      answer: LifeChange.Answer(
        try StoredText.word(try row.decode(forColumn: "verdict")),
        try row.decode(forColumn: "code")),
      summary: try row.decode(forColumn: "summary"),
      isOffline: try row.decode(forColumn: "offline"),
      lookedAt: StoredText.date(try row.decode(forColumn: "looked_at")),
      course: SubjectCourse(
        since: StoredText.date(try row.decode(forColumn: "since")),
        failingSince: try row.decode(Int64?.self, forColumn: "failing_since")
          .map(StoredText.date),
        lastPassedAt: try row.decode(Int64?.self, forColumn: "last_passed_at")
          .map(StoredText.date),
        streak: try row.decode(forColumn: "streak"),
        isFlapping: try row.decode(Bool?.self, forColumn: "flapping") ?? false),
      goneAt: try row.decode(Int64?.self, forColumn: "gone_at").map(StoredText.date),
      kind: try row.decode(forColumn: "kind"), authority: try row.decode(forColumn: "authority"),
      clientID: try row.decode(forColumn: "client_id"), owner: try row.decode(forColumn: "owner"),
      expiresFrom: try row.decode(forColumn: "expires_from"), traits: try TraitColumns.traits(row),
      rotation: rotation)
  }

  private static func step(_ row: Row) throws -> LifeChange {
    let oldCode: String? = try row.decode(forColumn: "old_code")
    let oldVerdict: Verdict? = try row.decode(String?.self, forColumn: "old_verdict")
      .map(StoredText.word)
    return LifeChange(
      at: StoredText.date(try row.decode(forColumn: "at")),
      run: try row.decode(forColumn: "run"),
      change: try StoredText.word(try row.decode(forColumn: "change")),
      old: oldVerdict.flatMap { verdict in oldCode.map { LifeChange.Answer(verdict, $0) } },
      new: LifeChange.Answer(
        try StoredText.word(try row.decode(forColumn: "verdict")),
        try row.decode(forColumn: "code")),
      traits: try TraitColumns.traits(row))
  }
}
