import CredentialAudit
import GRDB

/// A run's own row.
enum RunRow {
  /// What a killed run left open has no end and is not complete. There can be only one, and it
  /// cannot be alive: the caller holds the lock.
  static func closeLeftOver(_ db: Database) throws {
    guard let open = try db.id("SELECT id FROM run WHERE state = 'running'", []) else { return }
    try countTotals(open, db)
    try db.run("UPDATE run SET state = 'cut_short' WHERE id = ?", [open])
  }

  static func finish(_ id: Int64, at end: Int64, complete: Bool, _ db: Database) throws {
    try countTotals(id, db)
    try db.run(
      "UPDATE run SET state = 'finished', finished_at = ?, complete = ? WHERE id = ?",
      [end, complete, id])
  }

  /// Totals outlive the observations that they were counted from.
  static func countTotals(_ id: Int64, _ db: Database) throws {
    try db.run(
      """
      INSERT INTO run_total (run_id, kind, verdict, suppressed, subjects)
      SELECT run_id, iif(credential_description_id IS NULL, 'authority', 'credential'), verdict,
        suppressed, count(*)
      FROM observation WHERE run_id = ? GROUP BY 1, 2, 3, 4
      """, [id])
  }

  /// Adds a notice behind those that are there.
  static func add(_ notice: RunNotice, to id: Int64, _ db: Database) throws {
    try db.run(
      """
      INSERT INTO run_notice (run_id, position, code, message, tenant)
      SELECT ?1, count(*), ?2, ?3, ?4 FROM run_notice WHERE run_id = ?1
      """, [id, notice.code, notice.message, notice.tenant])
  }

  static func insert(_ run: AuditRun, _ db: Database) throws -> Int64 {
    try db.execute(
      sql: """
        INSERT INTO run (run, state, started_at, complete, offline, tool_version, inventory_path,
          inventory_sha256, scope, auditor) VALUES (?, 'running', ?, 0, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        run.id, StoredText.encode(run.startedAt), run.offline, run.toolVersion, run.inventoryPath,
        run.inventorySHA256, try StoredText.encode(run.scope), StoredText.encode(run.auditor),
      ])
    return db.lastInsertedRowID
  }

  static func decode(_ row: Row) throws -> (run: AuditRun, rowID: Int64) {
    let finishedAt = try row.decode(Int64?.self, forColumn: "finished_at")
    return (
      AuditRun(
        id: try row.decode(forColumn: "run"),
        startedAt: StoredText.date(try row.decode(forColumn: "started_at")),
        finishedAt: finishedAt.map(StoredText.date),
        toolVersion: try row.decode(forColumn: "tool_version"),
        inventoryPath: try row.decode(forColumn: "inventory_path"),
        inventorySHA256: try row.decode(forColumn: "inventory_sha256"),
        complete: try row.decode(forColumn: "complete"),
        offline: try row.decode(forColumn: "offline"),
        scope: try StoredText.scope(try row.decode(forColumn: "scope")),
        prunedAt: try row.decode(Int64?.self, forColumn: "pruned_at").map(StoredText.date),
        auditor: try StoredText.evidence(try row.decode(forColumn: "auditor"))),
      try row.decode(forColumn: "id")
    )
  }
}
