import CredentialAudit
import GRDB

/// One subject in one run, as it goes into the table.
struct ObservationRow {
  let run: Int64
  let subject: Int64
  let verdict: Verdict
  let change: Change
  let description: SubjectRow.Description
  var suppressed = false
  var daysLeft: Int?
  /// Nil where it was not looked at.
  var course: SubjectCourse?
  var priority = 0
  /// The row of the file that `location` is in.
  var file: Int64?
  var location: SourceLocation?
  /// Nil where no token told.
  var roleSet: Int64?

  func insert(_ db: Database) throws {
    try db.run(
      """
      INSERT INTO observation (run_id, subject_id, verdict, change, suppressed, days_left,
        authority_description_id, credential_description_id, since, failing_since, last_passed_at,
        streak, flapping, priority, inventory_file_id, inventory_line, inventory_column,
        role_set_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        run, subject, verdict.rawValue, change.rawValue, suppressed, daysLeft,
        description.authority, description.credential,
        course.map { StoredText.encode($0.since) },
        course?.failingSince.map(StoredText.encode), course?.lastPassedAt.map(StoredText.encode),
        course?.streak, course?.isFlapping, priority, file, location?.line,
        location?.column, roleSet,
      ])
  }
}
