import CredentialAudit
import GRDB

/// The row of a part of a run that was put together.
struct PartRow {
  private static let columns = """
    state, started_at, finished_at, complete, tool_version, inventory_path, inventory_sha256, auditor
    """

  let db: Database

  /// Writes down a part as the run that it was; `source` may be another database.
  func insert(
    from source: Database, run: Int64, index: Int, count: Int, into joined: Int64
  ) throws {
    let sql = "SELECT run, suppressions, \(Self.columns) FROM run WHERE id = ?"
    guard let row = try source.row(sql, [run]) else { throw StoredText.Malformed() }
    var values = Array(row.databaseValues)
    // Copied while it was under way: what it is to become nobody knows.
    if values[2] == "running".databaseValue { values[2] = "cut_short".databaseValue }
    let notices = try Row.fetchAll(
      source,
      sql: "SELECT code, message, tenant FROM run_notice WHERE run_id = ? ORDER BY position",
      arguments: [run]
    ).map {
      RunNotice(
        code: try $0.decode(atIndex: 0), message: try $0.decode(atIndex: 1),
        tenant: try $0.decode(atIndex: 2))
    }
    try insert(
      index, count, into: joined,
      values + [try StoredText.encode(notices).databaseValue])
  }

  /// Writes down a part that was put together with others in another database already.
  func insert(from source: Database, joined other: Int64, index: Int, into joined: Int64) throws {
    let sql = """
      SELECT parts, run, suppressions, \(Self.columns), notices FROM run_part
      WHERE run_id = ? AND part = ?
      """
    guard let row = try source.row(sql, [other, index]) else { throw StoredText.Malformed() }
    let values = Array(row.databaseValues)
    try insert(
      index, try row.decode(atIndex: 0), into: joined, Array(values.dropFirst()))
  }

  private func insert(
    _ index: Int, _ count: Int, into joined: Int64, _ values: [DatabaseValue]
  ) throws {
    try db.run(
      """
      INSERT OR REPLACE INTO run_part (run_id, part, parts, run, suppressions, \(Self.columns),
        notices) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, StatementArguments([joined, index, count], then: values))
  }
}
