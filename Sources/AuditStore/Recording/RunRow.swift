import CredentialAudit
import GRDB

/// A run's own row.
enum RunRow {
  /// What a killed run left open has no end and is not complete. There can be only one, and it
  /// cannot be alive: the caller holds the lock.
  static func closeLeftOver(_ db: Database) throws {
    try db.execute(sql: "UPDATE run SET state = 'cut_short' WHERE state = 'running'")
  }

  static func insert(_ run: AuditRun, _ db: Database) throws -> Int64 {
    try db.execute(
      sql: """
        INSERT INTO run (run, state, started_at, complete, offline, tool_version, inventory_path,
          inventory_sha256, scope, auditor) VALUES (?, 'running', ?, 0, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        run.id, StoredText.encode(run.startedAt), run.offline, run.toolVersion, run.inventoryPath,
        run.inventorySHA256, try StoredText.encode(run.scope), try StoredText.encode(run.auditor),
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
