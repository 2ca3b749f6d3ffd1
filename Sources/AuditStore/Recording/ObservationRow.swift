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
  var location: SourceLocation?
  /// As the table has them; nil where no token told.
  var roles: String?

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
        course?.streak, course?.isFlapping, priority, try file(db), location?.line,
        location?.column, try roleSet(db),
      ])
  }

  private func file(_ db: Database) throws -> Int64? {
    try location.map { location in
      try Self.shared(
        "SELECT id FROM inventory_file WHERE path = ?",
        "INSERT INTO inventory_file (path) VALUES (?)", location.file, db)
    }
  }

  private func roleSet(_ db: Database) throws -> Int64? {
    try roles.map { roles in
      try Self.shared(
        "SELECT id FROM role_set WHERE roles = ?", "INSERT INTO role_set (roles) VALUES (?)",
        roles, db)
    }
  }

  /// The row of a text that many rows point at.
  private static func shared(
    _ find: String, _ insert: String, _ text: String, _ db: Database
  ) throws -> Int64 {
    if let found = try db.id(find, [text]) { return found }
    try db.run(insert, [text])
    return db.lastInsertedRowID
  }
}
