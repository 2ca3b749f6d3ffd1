import GRDB

/// Drops what old runs found, some whole runs in a transaction: a run that is half dropped is never
/// seen, and neither the log nor who waits for the database grows with the history.
struct RunPruner {
  /// Observations in a transaction, give or take a run. Those of one subject stand together in their
  /// index: of several runs at once, its pages are written once.
  private static let batch = 20_000

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
    var rest = runs[...]
    while !rest.isEmpty {
      // Counted apart: what is thrown from did not happen.
      outcome = try pool.write { db in try pruneSome(&rest, outcome, db) }
    }
  }

  /// Whole runs, as many as fit.
  private func pruneSome(
    _ runs: inout ArraySlice<Int64>, _ before: PruneOutcome, _ db: Database
  ) throws -> PruneOutcome {
    var outcome = before
    while let run = runs.first, outcome.observations - before.observations < Self.batch {
      runs.removeFirst()
      let subjects = try Int64.fetchAll(db.cachedStatement(sql: Self.droppable), arguments: [run])
      for subject in subjects { try drop(subject, of: run, &outcome, db) }
      try db.run(Self.emptyRun, [run])
      if db.changesCount > 0 {
        outcome.deletedRuns += 1
      } else if !subjects.isEmpty {
        outcome.prunedRuns += 1
        try db.run("UPDATE run SET pruned_at = ? WHERE id = ?", [now, run])
      }
    }
    return outcome
  }

  private func drop(
    _ subject: Int64, of run: Int64, _ outcome: inout PruneOutcome, _ db: Database
  ) throws {
    try db.run(Self.findings, [run, subject])
    outcome.findings += db.changesCount
    try db.run(Self.observations, [run, subject])
    outcome.observations += db.changesCount
  }
}
