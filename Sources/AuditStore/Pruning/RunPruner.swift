import GRDB

/// Drops what old runs found, a bounded number of subjects in a transaction: neither the log nor
/// who waits for the database grows with the history.
struct RunPruner {
  private static let batch = 500

  static let oldRuns = """
    SELECT id FROM run
    WHERE started_at < ? AND id <> (SELECT id FROM run ORDER BY started_at DESC, id DESC LIMIT 1)
    ORDER BY started_at, id
    """

  /// What is not a subject's last state.
  static let droppable = """
    SELECT observation.subject_id FROM observation
    LEFT JOIN standing ON standing.subject_id = observation.subject_id
      AND standing.run_id = observation.run_id
    WHERE observation.run_id = ? AND standing.subject_id IS NULL
    LIMIT ?
    """

  static let findings = "DELETE FROM finding WHERE run_id = ? AND subject_id = ?"
  static let observations = "DELETE FROM observation WHERE run_id = ? AND subject_id = ?"

  static let emptyRun = """
    DELETE FROM run WHERE id = ?1
      AND NOT EXISTS (SELECT 1 FROM observation WHERE run_id = ?1)
      AND NOT EXISTS (SELECT 1 FROM standing WHERE run_id = ?1)
    """

  let pool: DatabasePool
  let end: Int64
  let now: Int64

  func prune(_ outcome: inout PruneOutcome) throws {
    // Whoever holds the lock knows that no run is under way.
    let runs = try pool.write { db in
      try RunRow.closeLeftOver(db)
      return try Int64.fetchAll(db, sql: Self.oldRuns, arguments: [end])
    }
    for run in runs {
      let hasDropped = try dropSubjects(of: run, &outcome)
      if try pool.write({ db in try deleteIfEmpty(run, db) }) {
        outcome.deletedRuns += 1
      } else if hasDropped {
        outcome.prunedRuns += 1
      }
    }
  }

  private func dropSubjects(of run: Int64, _ outcome: inout PruneOutcome) throws -> Bool {
    var hasDropped = false
    while true {
      let (observations, findings) = try pool.write { db in try dropBatch(of: run, db) }
      guard observations > 0 else { return hasDropped }
      hasDropped = true
      outcome.observations += observations
      outcome.findings += findings
    }
  }

  private func dropBatch(
    of run: Int64, _ db: Database
  ) throws -> (observations: Int, findings: Int) {
    let subjects = try Int64.fetchAll(
      db.cachedStatement(sql: Self.droppable), arguments: [run, Self.batch])
    guard !subjects.isEmpty else { return (0, 0) }
    var findings = 0
    for subject in subjects {
      try db.run(Self.findings, [run, subject])
      findings += db.changesCount
      try db.run(Self.observations, [run, subject])
    }
    // With the first batch: a pruning that is ended half-way leaves no run that looks whole.
    try db.run("UPDATE run SET pruned_at = ? WHERE id = ?", [now, run])
    return (subjects.count, findings)
  }

  private func deleteIfEmpty(_ run: Int64, _ db: Database) throws -> Bool {
    try db.run(Self.emptyRun, [run])
    return db.changesCount > 0
  }
}
