import CredentialAudit
import GRDB

/// What was last said of a subject.
struct Standing: Equatable {
  var offline: Bool
  var verdict: Verdict
  var code: String
  /// When this verdict was first given without a break.
  var since: Int64
  var lastPassedAt: Int64?
  var marks: RotationMarks

  /// What holds after a look; nil where the look must not overwrite what is there.
  static func after(
    _ subject: SubjectRecord, at: Int64, offline: Bool, before: Standing?
  ) -> Standing? {
    // Not looked at is no verdict, and an offline look is less than a live one.
    if subject.verdict == .skipped { return nil }
    if offline, let before, !before.offline { return nil }
    let comparable = before?.offline == offline ? before : nil
    return Standing(
      offline: offline, verdict: subject.verdict, code: subject.code,
      since: comparable?.verdict == subject.verdict ? comparable?.since ?? at : at,
      lastPassedAt: subject.verdict == .pass ? at : comparable?.lastPassedAt,
      marks: subject.marks.rememberingWhatIsMissing(from: comparable?.marks))
  }

  static func of(subject: Int64, _ db: Database) throws -> Standing? {
    let sql = """
      SELECT offline, verdict, code, since, last_passed_at, known_source, known_thumbprint,
        known_end, known_end_from FROM standing WHERE subject_id = ?
      """
    guard let row = try db.row(sql, [subject]) else { return nil }
    let end: Int64? = try row.decode(atIndex: 7)
    let from: String? = try row.decode(atIndex: 8)
    return Standing(
      offline: try row.decode(atIndex: 0),
      verdict: try StoredText.word(try row.decode(atIndex: 1)),
      code: try row.decode(atIndex: 2), since: try row.decode(atIndex: 3),
      lastPassedAt: try row.decode(atIndex: 4),
      marks: RotationMarks(
        source: try row.decode(atIndex: 5), thumbprint: try row.decode(atIndex: 6),
        end: end.flatMap { end in from.map { RotationMarks.End(at: end, from: $0) } }))
  }

  func store(
    subject: Int64, run: Int64, at: Int64, authority: Int64?, credential: Int64?, _ db: Database
  ) throws {
    try db.run(
      """
      INSERT OR REPLACE INTO standing (subject_id, run_id, offline, verdict, code, since, looked_at,
        last_passed_at, authority_description_id, credential_description_id, known_source,
        known_thumbprint, known_end, known_end_from)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        subject, run, offline, verdict.rawValue, code, since, at, lastPassedAt, authority,
        credential, marks.source, marks.thumbprint, marks.end?.at, marks.end?.from,
      ])
  }
}
