import CredentialAudit
import GRDB

/// What both kinds of subject have in an observation, and where in the inventory they stand.
enum ObservationColumns {
  /// For a query over `observation o` and, joined to it, `inventory_file i`.
  static let sql = """
    o.since, o.failing_since, o.last_passed_at, o.streak, o.flapping, i.path AS inventory_file,
      o.inventory_line, o.inventory_column
    """

  /// Nothing where the subject was not looked at, and in runs of schema 1.
  static func course(_ row: Row) throws -> SubjectCourse? {
    guard let since: Int64 = try row.decode(forColumn: "since") else { return nil }
    return SubjectCourse(
      since: StoredText.date(since),
      failingSince: try row.decode(Int64?.self, forColumn: "failing_since").map(StoredText.date),
      lastPassedAt: try row.decode(Int64?.self, forColumn: "last_passed_at").map(StoredText.date),
      streak: try row.decode(Int?.self, forColumn: "streak") ?? 1,
      isFlapping: try row.decode(Bool?.self, forColumn: "flapping") ?? false)
  }

  static func location(_ row: Row) throws -> SourceLocation? {
    guard let file: String = try row.decode(forColumn: "inventory_file"),
      let line: Int = try row.decode(forColumn: "inventory_line")
    else { return nil }
    return SourceLocation(
      file: file, line: line, column: try row.decode(Int?.self, forColumn: "inventory_column") ?? 1)
  }
}
