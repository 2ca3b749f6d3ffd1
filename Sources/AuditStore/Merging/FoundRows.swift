import CredentialAudit
import GRDB

/// Copies what a run of a file found, as it was recorded.
struct FoundRows {
  let source: Database
  let target: Database
  let subjects: SubjectRows
  let texts: TextRows
  let moments: Moments

  /// - Parameters:
  ///   - run: The row of the run in the file.
  ///   - row: The row of the run in the merged database.
  ///   - part: Of so many parts, the one whose subjects are meant; nil for all.
  /// - Throws: What reading and writing throw.
  func copy(_ run: Int64, into row: Int64, part: (index: Int, count: Int)? = nil) throws {
    let isMeant: (Int64) throws -> Bool = { subject in
      guard let part else { return true }
      return try subjects.part(of: subject, count: part.count) == part.index
    }
    try copyFindings(run, into: row, try copyObservations(run, into: row, isMeant))
  }

  /// - Returns: The subjects that were copied, by their rows in the file.
  private func copyObservations(
    _ run: Int64, into row: Int64, _ isMeant: (Int64) throws -> Bool
  ) throws -> Set<Int64> {
    let columns = """
      verdict, change, suppressed, days_left, streak, flapping, priority, inventory_line,
      inventory_column
      """
    let rows = try Row.fetchCursor(
      source,
      sql: """
        SELECT subject_id, authority_description_id, credential_description_id, inventory_file_id,
          role_set_id, since, failing_since, last_passed_at, \(columns)
        FROM observation WHERE run_id = ?
        """, arguments: [run])
    var copied: Set<Int64> = []
    while let found = try rows.next() {
      let id: Int64 = try found.decode(atIndex: 0)
      guard try isMeant(id) else { continue }
      copied.insert(id)
      let subject = try subjects.row(of: id)
      let description = try texts.description(
        authority: try found.decode(atIndex: 1), credential: try found.decode(atIndex: 2),
        of: subject)
      let values = Array(found.databaseValues)
      try target.run(
        """
        INSERT INTO observation (run_id, subject_id, authority_description_id,
          credential_description_id, inventory_file_id, role_set_id, since, failing_since,
          last_passed_at, \(columns))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        StatementArguments(
          [
            row, subject, description.authority, description.credential,
            try texts.inventoryFile(try found.decode(atIndex: 3)),
            try texts.roleSet(try found.decode(atIndex: 4)),
          ], then: values[5...7].map { moments.moved($0) } + values[8...]))
    }
    return copied
  }

  private func copyFindings(_ run: Int64, into row: Int64, _ copied: Set<Int64>) throws {
    let rows = try Row.fetchCursor(
      source,
      sql: """
        SELECT subject_id, diagnosis_id, detail_id, suppression_id, position, since, unknown_since,
          is_new
        FROM finding WHERE run_id = ?
        """, arguments: [run])
    while let found = try rows.next() {
      let id: Int64 = try found.decode(atIndex: 0)
      guard copied.contains(id) else { continue }
      let subject = try subjects.row(of: id)
      let values = Array(found.databaseValues)
      try target.run(
        """
        INSERT INTO finding (run_id, subject_id, diagnosis_id, detail_id, suppression_id, position,
          since, unknown_since, is_new) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        StatementArguments(
          [
            row, subject, try texts.diagnosis(try found.decode(atIndex: 1)),
            try texts.detail(try found.decode(atIndex: 2), of: subject, notIn: row),
            try texts.suppression(try found.decode(atIndex: 3)),
          ], then: [values[4]] + values[5...6].map { moments.moved($0) } + [values[7]]))
    }
  }
}
