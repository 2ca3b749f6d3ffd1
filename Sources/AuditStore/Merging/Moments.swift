import GRDB

/// Gives what began with a part the moment at which its run began: all that a run sees is dated by the
/// run's start, and a run that was put together has one.
struct Moments {
  private let moments: [Int64: Int64]

  init(_ moments: [Int64: Int64]) {
    self.moments = moments
  }

  /// A moment of a file as the merged database has it.
  func moved(_ moment: Int64) -> Int64 { moments[moment] ?? moment }

  /// The same of a column, which may be empty.
  func moved(_ value: DatabaseValue) -> DatabaseValue {
    guard !moments.isEmpty, let moment = Int64.fromDatabaseValue(value),
      let moved = moments[moment]
    else { return value }
    return moved.databaseValue
  }

  /// Does so with what the merged database itself has. Two runs do not begin in the same millisecond,
  /// and nothing is older than the run that it began with.
  func move(_ db: Database) throws {
    for (old, new) in moments {
      for (table, columns) in Self.ofRuns {
        for column in columns {
          try db.run(
            """
            UPDATE \(table) SET \(column) = ?2 WHERE \(column) = ?1
              AND run_id IN (SELECT id FROM run WHERE started_at >= min(?1, ?2))
            """, [old, new])
        }
      }
      for (table, columns) in Self.ofSubjects {
        for column in columns {
          try db.run("UPDATE \(table) SET \(column) = ?2 WHERE \(column) = ?1", [old, new])
        }
      }
    }
  }

  private static let ofRuns = [
    ("observation", ["since", "failing_since", "last_passed_at"]),
    ("finding", ["since", "unknown_since"]),
  ]
  private static let ofSubjects = [
    ("standing", ["since", "failing_since", "last_passed_at", "looked_at", "gone_at"]),
    ("verdict_change", ["at"]), ("subject", ["first_seen_at"]),
  ]
}
