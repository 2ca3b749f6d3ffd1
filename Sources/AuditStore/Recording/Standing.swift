import CredentialAudit
import Foundation
import GRDB

/// What was last said of a subject.
struct Standing: Equatable {
  /// The run that said it.
  var run: Int64?
  var offline: Bool
  /// Of its worst finding.
  var code: String
  var past: SubjectPast
  var lookedAt: Date
  /// Whether the inventory no longer had it after that.
  var isGone = false
  var marks: RotationMarks
  /// The last roles that a token of it told, as the tables have them.
  var knownRoles: String?

  var verdict: Verdict { past.verdict }

  /// Whether a live look can be laid beside it. What was gone begins anew when it comes back.
  var isComparable: Bool { !offline && !isGone }

  /// What holds after a look; nil where the look must not overwrite what is there.
  static func after(
    _ subject: SubjectRecord, run: Int64, at start: Date, offline: Bool, before: Standing?
  ) -> Standing? {
    // Not looked at is no verdict, and an offline look is less than a live one.
    if subject.verdict == .skipped { return nil }
    if offline, let before, !before.offline { return nil }
    let comparable = before.flatMap { $0.offline == offline && !$0.isGone ? $0 : nil }
    return Standing(
      run: run, offline: offline, code: subject.code,
      past: SubjectPast(subject.verdict, at: start, after: comparable?.past), lookedAt: start,
      marks: subject.marks.rememberingWhatIsMissing(from: comparable?.marks),
      knownRoles: subject.rolesText ?? comparable?.knownRoles)
  }

}

extension Standing {
  static func of(subject: Int64, _ db: Database) throws -> Standing? {
    let sql = """
      SELECT run_id, offline, verdict, code, since, failing_since, last_passed_at, streak, recent,
        looked_at, gone_at, known_source, known_thumbprint, known_end, known_end_from, known_roles
      FROM standing WHERE subject_id = ?
      """
    return try db.row(sql, [subject]).map(Standing.init)
  }

  /// By the places of the columns: this is asked for each subject of a run.
  private init(_ row: Row) throws {
    let recent = RecentVerdicts(letters: try row.decode(atIndex: 8))
    let end: Int64? = try row.decode(atIndex: 13)
    let from: String? = try row.decode(atIndex: 14)
    run = try row.decode(atIndex: 0)
    offline = try row.decode(atIndex: 1)
    code = try row.decode(atIndex: 3)
    past = SubjectPast(
      verdict: try StoredText.word(try row.decode(atIndex: 2)),
      course: SubjectCourse(
        since: StoredText.date(try row.decode(atIndex: 4)),
        failingSince: try row.decode(Int64?.self, atIndex: 5).map(StoredText.date),
        lastPassedAt: try row.decode(Int64?.self, atIndex: 6).map(StoredText.date),
        streak: try row.decode(atIndex: 7), isFlapping: recent.isFlapping),
      recent: recent)
    lookedAt = StoredText.date(try row.decode(atIndex: 9))
    isGone = try row.decode(Int64?.self, atIndex: 10) != nil
    marks = RotationMarks(
      source: try row.decode(atIndex: 11), thumbprint: try row.decode(atIndex: 12),
      end: end.flatMap { end in from.map { RotationMarks.End(at: end, from: $0) } })
    knownRoles = try row.decode(atIndex: 15)
  }

  func store(subject: Int64, authority: Int64?, credential: Int64?, _ db: Database) throws {
    let course = past.course
    try db.run(
      """
      INSERT OR REPLACE INTO standing (subject_id, run_id, offline, verdict, code, since,
        failing_since, last_passed_at, streak, recent, looked_at, authority_description_id,
        credential_description_id, known_source, known_thumbprint, known_end, known_end_from,
        known_roles)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        subject, run, offline, verdict.rawValue, code, StoredText.encode(course.since),
        course.failingSince.map(StoredText.encode), course.lastPassedAt.map(StoredText.encode),
        course.streak, past.recent.letters, StoredText.encode(lookedAt), authority, credential,
        marks.source, marks.thumbprint, marks.end?.at, marks.end?.from,
        knownRoles,
      ])
  }
}
