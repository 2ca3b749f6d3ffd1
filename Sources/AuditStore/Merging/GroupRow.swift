import CredentialAudit
import GRDB

/// Writes into the row of a run that was put together what its parts tell, once they are all there.
struct GroupRow {
  let db: Database
  let group: ShardGroup
  /// The row of the run.
  let row: Int64

  /// - Parameter run: What it was made from.
  /// - Returns: What the parts tell.
  /// - Throws: What reading and writing throw.
  func finish(_ run: JoinedRun) throws -> JoinedFacts {
    let facts = try JoinedFacts(of: row, count: group.count, db)
    guard let first = facts.parts.first else { throw StoredText.Malformed() }
    try db.run(
      """
      UPDATE run SET state = ?, started_at = ?, finished_at = ?, complete = ?, offline = ?,
        tool_version = ?, inventory_path = ?, inventory_sha256 = ?, scope = ?, auditor = ?
      WHERE id = ?
      """,
      [
        facts.finishedAt == nil ? "cut_short" : "finished", facts.startedAt, facts.finishedAt,
        facts.isComplete, group.offline, first.toolVersion, first.inventoryPath,
        first.inventorySHA256, try StoredText.encode(group.scope),
        StoredText.encode(JoinedAuditor.evidence(of: facts)), row,
      ])
    if !run.isPruned { try db.run("UPDATE run SET pruned_at = NULL WHERE id = ?", [row]) }
    // Totals outlive what they were counted from.
    if !run.isPruned || !run.isOneCopy {
      try db.run("DELETE FROM run_total WHERE run_id = ?", [row])
      try RunRow.countTotals(row, db)
    }
    let renamed = try JoinedRenames(db: db, run: row).judge()
    try db.run("DELETE FROM run_notice WHERE run_id = ?", [row])
    for notice in JoinedNotices(facts: facts, offline: group.offline).all(renamed: renamed) {
      try RunRow.add(notice, to: row, db)
    }
    return facts
  }
}
