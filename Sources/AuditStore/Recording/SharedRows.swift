import CredentialAudit
import GRDB

/// The rows that many others point at. What is said of thousands is looked up or written once for a
/// batch, and remembered no longer than its transaction: what was rolled back is in no table, and must
/// not be pointed at.
final class SharedRows {
  private let db: Database
  /// Their texts are the checks' own, so that none is another's in another spelling.
  private var diagnoses: [Diagnosis: Int64] = [:]
  /// By their UTF-8 forms: to `String`, two ways to write an accent are one, and two files are not.
  private var files: [[UInt8]: Int64] = [:]
  private var roleSets: [[UInt8]: Int64] = [:]

  init(_ db: Database) {
    self.db = db
  }

  func diagnosis(_ says: Diagnosis) throws -> Int64 {
    try row(of: says, in: \.diagnoses) {
      try id(
        finding: """
          SELECT id FROM diagnosis WHERE code = ? AND check_id = ? AND verdict = ? AND retryable = ?
            AND ifnull(class, 0) = ifnull(?, 0) AND ifnull(cause, 0) = ifnull(?, 0)
            AND ifnull(fix, 0) = ifnull(?, 0)
          """,
        inserting: """
          INSERT INTO diagnosis (code, check_id, verdict, retryable, class, cause, fix)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        [
          says.code, says.check, says.verdict, says.retryable, says.class, says.cause, says.fix,
        ])
    }
  }

  /// Few findings have one.
  func suppression(_ note: SuppressionNote) throws -> Int64 {
    try id(
      finding: "SELECT id FROM suppression WHERE reason = ? AND owner = ? AND until = ?",
      inserting: "INSERT INTO suppression (reason, owner, until) VALUES (?, ?, ?)",
      [note.reason, note.owner, note.until])
  }

  /// A file of the inventory, as it was named.
  func file(_ path: String) throws -> Int64 {
    try row(of: Array(path.utf8), in: \.files) {
      try id(
        finding: "SELECT id FROM inventory_file WHERE path = ?",
        inserting: "INSERT INTO inventory_file (path) VALUES (?)", [path])
    }
  }

  /// Roles, as the table has them.
  func roleSet(_ roles: String) throws -> Int64 {
    try row(of: Array(roles.utf8), in: \.roleSets) {
      try id(
        finding: "SELECT id FROM role_set WHERE roles = ?",
        inserting: "INSERT INTO role_set (roles) VALUES (?)", [roles])
    }
  }

  private func row<Content: Hashable>(
    of content: Content, in cache: ReferenceWritableKeyPath<SharedRows, [Content: Int64]>,
    or look: () throws -> Int64
  ) throws -> Int64 {
    if let known = self[keyPath: cache][content] { return known }
    let row = try look()
    self[keyPath: cache][content] = row
    return row
  }

  private func id(
    finding find: String, inserting insert: String, _ values: StatementArguments
  ) throws -> Int64 {
    if let found = try db.id(find, values) { return found }
    try db.run(insert, values)
    return db.lastInsertedRowID
  }
}
