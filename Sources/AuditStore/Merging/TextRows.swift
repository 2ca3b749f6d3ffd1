import CredentialAudit
import GRDB

/// Finds for each text and description of a file the row of the merged database that says the same, or
/// writes one: what many runs say is written once there too.
final class TextRows {
  /// A table whose rows are known by what they say.
  private enum Table: String {
    case diagnosis
    case suppression
    case inventoryFile = "inventory_file"
    case roleSet = "role_set"

    var columns: [String] {
      switch self {
      case .diagnosis: ["code", "check_id", "verdict", "retryable", "class", "cause", "fix"]
      case .suppression: ["reason", "owner", "until"]
      case .inventoryFile: ["path"]
      case .roleSet: ["roles"]
      }
    }

    /// As the table's own index has them: three of a diagnosis may be empty.
    var conditions: [String] {
      columns.map { column in
        ["class", "cause", "fix"].contains(column)
          ? "ifnull(\(column), 0) = ifnull(?, 0)" : "\(column) = ?"
      }
    }
  }

  private let source: Database
  private let target: Database
  private var found: [Table: [Int64: Int64]] = [:]
  private var details: [Int64: Int64] = [:]
  private var authorities: [Int64: Int64] = [:]
  private var credentials: [Int64: Int64] = [:]

  init(from source: Database, to target: Database) {
    self.source = source
    self.target = target
  }

  func diagnosis(_ id: Int64) throws -> Int64 { try row(id, of: .diagnosis) }

  func suppression(_ id: Int64?) throws -> Int64? { try id.map { try row($0, of: .suppression) } }

  func inventoryFile(_ id: Int64?) throws -> Int64? {
    try id.map { try row($0, of: .inventoryFile) }
  }

  func roleSet(_ id: Int64?) throws -> Int64? { try id.map { try row($0, of: .roleSet) } }

  /// A description of a subject, by the subject's row in the merged database.
  func description(
    authority: Int64?, credential: Int64?, of subject: Int64
  ) throws -> SubjectRow.Description {
    SubjectRow.Description(
      authority: try authority.map {
        try description($0, of: subject, in: &authorities, .authority)
      },
      credential: try credential.map {
        try description($0, of: subject, in: &credentials, .credential)
      })
  }

  /// Mostly the file is a copy of the merged database as it once was: then it is the row of the same
  /// number. Otherwise the subject's last other run is asked, as it is where a run is recorded.
  func detail(_ id: Int64, of subject: Int64, notIn run: Int64) throws -> Int64 {
    if let known = details[id] { return known }
    let row = try read("SELECT summary, evidence FROM detail WHERE id = ?", id)
    let (summary, evidence) = (row[0], row[1])
    let same = try target.id(
      "SELECT id FROM detail WHERE id = ? AND summary = ? AND evidence = ?",
      [id, summary, evidence])
    let said =
      try same
      ?? target.id(
        """
        SELECT d.id FROM finding f JOIN detail d ON d.id = f.detail_id
        WHERE f.subject_id = ?1 AND f.run_id = (
            SELECT run_id FROM observation WHERE subject_id = ?1 AND run_id <> ?2
            ORDER BY run_id DESC LIMIT 1)
          AND d.summary = ?3 AND d.evidence = ?4
        """, [subject, run, summary, evidence])
    let written =
      try said
      ?? insert("INSERT INTO detail (summary, evidence) VALUES (?, ?)", [summary, evidence])
    details[id] = written
    return written
  }

  private func row(_ id: Int64, of table: Table) throws -> Int64 {
    if let known = found[table]?[id] { return known }
    let columns = table.columns.joined(separator: ", ")
    let values = StatementArguments(
      try read("SELECT \(columns) FROM \(table.rawValue) WHERE id = ?", id))
    let conditions = table.conditions.joined(separator: " AND ")
    let places = Array(repeating: "?", count: table.columns.count).joined(separator: ", ")
    let row =
      try target.id("SELECT id FROM \(table.rawValue) WHERE \(conditions)", values)
      ?? insert("INSERT INTO \(table.rawValue) (\(columns)) VALUES (\(places))", values)
    found[table, default: [:]][id] = row
    return row
  }

  private func description(
    _ id: Int64, of subject: Int64, in known: inout [Int64: Int64], _ kind: SubjectRow.Kind
  ) throws -> Int64 {
    if let row = known[id] { return row }
    let columns = kind.columns.joined(separator: ", ")
    let values = try read("SELECT \(columns) FROM \(kind.table) WHERE id = ?", id)
    let row = try SubjectRow.describe(subject, kind, values, target)
    known[id] = row
    return row
  }

  private func insert(_ sql: String, _ values: StatementArguments) throws -> Int64 {
    try target.run(sql, values)
    return target.lastInsertedRowID
  }

  /// A row of the file that another one points at.
  private func read(_ sql: String, _ id: Int64) throws -> [DatabaseValue] {
    guard let row = try source.row(sql, [id]) else { throw StoredText.Malformed() }
    return Array(row.databaseValues)
  }
}
