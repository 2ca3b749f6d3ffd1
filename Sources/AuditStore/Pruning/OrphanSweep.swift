import GRDB

/// Drops the texts and descriptions that nothing points at any more: first everything is marked that
/// is pointed at, run by run, then what has no mark goes.
///
/// An index from texts to findings would find them one by one, and would make every night's run
/// write a third more for the sake of a job that is done now and then.
struct OrphanSweep {
  private static let batch = 5_000

  static let details = "SELECT detail_id FROM finding WHERE run_id = ?"
  static let diagnoses = "SELECT DISTINCT diagnosis_id FROM finding WHERE run_id = ?"
  static let suppressions = """
    SELECT DISTINCT suppression_id FROM finding
    WHERE run_id = ? AND suppression_id IS NOT NULL
    """
  static let authorities = """
    SELECT authority_description_id FROM observation
    WHERE run_id = ? AND authority_description_id IS NOT NULL
    """
  static let credentials = """
    SELECT credential_description_id FROM observation
    WHERE run_id = ? AND credential_description_id IS NOT NULL
    """
  static let inventoryFiles = """
    SELECT DISTINCT inventory_file_id FROM observation
    WHERE run_id = ? AND inventory_file_id IS NOT NULL
    """
  static let roleSets = """
    SELECT DISTINCT role_set_id FROM observation WHERE run_id = ? AND role_set_id IS NOT NULL
    """
  /// A description may be all that a verdict change has left.
  static let lives = """
    SELECT credential_description_id FROM verdict_change
    WHERE subject_id = ? AND credential_description_id IS NOT NULL
    """

  static func next(in table: String) -> String {
    "SELECT id FROM \(table) WHERE id > ? ORDER BY id LIMIT \(batch)"
  }

  let pool: DatabasePool

  /// - Returns: How many rows were dropped.
  func sweep() throws -> Int {
    try pool.writeWithoutTransaction { db in
      let marks = try marks(db)
      // For each row that goes SQLite would look through all findings for one that points at it. The
      // marks have just said that there is none, and the lock that nobody adds one.
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
      return try Table.allCases.reduce(0) { dropped, table in
        try dropped + drop(from: table, keeping: marks[table] ?? RowMarks(), db)
      }
    }
  }

  private enum Table: String, CaseIterable {
    case detail
    case diagnosis
    case suppression
    case authority = "authority_description"
    case credential = "credential_description"
    case inventoryFile = "inventory_file"
    case roleSet = "role_set"
  }

  private func marks(_ db: Database) throws -> [Table: RowMarks] {
    let queries: [(Table, String)] = [
      (.detail, Self.details), (.diagnosis, Self.diagnoses), (.suppression, Self.suppressions),
      (.authority, Self.authorities), (.credential, Self.credentials),
      (.inventoryFile, Self.inventoryFiles), (.roleSet, Self.roleSets),
    ]
    var marks: [Table: RowMarks] = [:]
    for run in try Int64.fetchAll(db, sql: "SELECT id FROM run") {
      for (table, sql) in queries { try mark(sql, run, in: &marks[table, default: RowMarks()], db) }
    }
    for subject in try Int64.fetchAll(db, sql: "SELECT id FROM subject") {
      try mark(Self.lives, subject, in: &marks[.credential, default: RowMarks()], db)
    }
    let standing = "SELECT authority_description_id, credential_description_id FROM standing"
    for row in try Row.fetchAll(db, sql: standing) {
      if let id: Int64 = try row.decode(atIndex: 0) {
        marks[.authority, default: RowMarks()].mark(id)
      }
      if let id: Int64 = try row.decode(atIndex: 1) {
        marks[.credential, default: RowMarks()].mark(id)
      }
    }
    return marks
  }

  private func mark(
    _ sql: String, _ argument: Int64, in marks: inout RowMarks, _ db: Database
  ) throws {
    let ids = try Int64.fetchCursor(db.cachedStatement(sql: sql), arguments: [argument])
    while let id = try ids.next() { marks.mark(id) }
  }

  private func drop(from table: Table, keeping marks: RowMarks, _ db: Database) throws -> Int {
    let next = Self.next(in: table.rawValue)
    var last: Int64 = .min
    var dropped = 0
    while true {
      let ids = try Int64.fetchAll(db.cachedStatement(sql: next), arguments: [last])
      guard let end = ids.last else { return dropped }
      last = end
      let orphans = ids.filter { !marks.contains($0) }
      guard !orphans.isEmpty else { continue }
      try db.inTransaction {
        for id in orphans { try db.run("DELETE FROM \(table.rawValue) WHERE id = ?", [id]) }
        return .commit
      }
      dropped += orphans.count
    }
  }
}
