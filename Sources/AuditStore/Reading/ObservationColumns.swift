import CredentialAudit
import GRDB

/// What both kinds of subject have in an observation, and where in the inventory they stand. Columns
/// are taken by their numbers: names are looked for one by one, for each of a million rows.
enum ObservationColumns {
  /// The first columns of a query over `observation o` and, joined to it, `inventory_file i`.
  static let sql = """
    o.subject_id, o.change, o.since, o.failing_since, o.last_passed_at, o.streak, o.flapping,
      i.path, o.inventory_line, o.inventory_column
    """
  /// How many they are.
  static let count = 10

  static func subject(_ row: Row) throws -> Int64 { try row.decode(atIndex: 0) }

  static func change(_ row: Row) throws -> Change {
    try StoredText.word(try row.decode(atIndex: 1))
  }

  /// Nothing where the subject was not looked at, and in runs of schema 1.
  static func course(_ row: Row) throws -> SubjectCourse? {
    guard let since: Int64 = try row.decode(atIndex: 2) else { return nil }
    return SubjectCourse(
      since: StoredText.date(since),
      failingSince: try row.decode(Int64?.self, atIndex: 3).map(StoredText.date),
      lastPassedAt: try row.decode(Int64?.self, atIndex: 4).map(StoredText.date),
      streak: try row.decode(Int?.self, atIndex: 5) ?? 1,
      isFlapping: try row.decode(Bool?.self, atIndex: 6) ?? false)
  }

  static func location(_ row: Row) throws -> SourceLocation? {
    guard let file: String = try row.decode(atIndex: 7), let line: Int = try row.decode(atIndex: 8)
    else { return nil }
    return SourceLocation(
      file: file, line: line, column: try row.decode(Int?.self, atIndex: 9) ?? 1)
  }
}
