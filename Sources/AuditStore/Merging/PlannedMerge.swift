import CredentialAudit
import GRDB

/// Carries a plan out, inside one transaction.
struct PlannedMerge {
  private let plan: MergePlan
  private let db: Database
  /// The rows of all runs, by their ids: those that come have one before anything points at them.
  private let rows: [String: Int64]

  init(_ plan: MergePlan, _ db: Database) throws {
    self.plan = plan
    self.db = db
    var rows = plan.rows
    let new: [(Int64, String)] =
      plan.wholes.values.map { ($0.startedAt, $0.run) }
      + plan.joined.map { ($0.value.startedAt, $0.key) }
    for (startedAt, run) in new.sorted(by: <) where rows[run] == nil {
      rows[run] = try RunRows(db: db).insert(run, startedAt: startedAt)
    }
    self.rows = rows
    try makeRoom()
  }

  /// Brings in what was chosen from a file.
  func merge(_ file: Int, from source: Database) throws {
    try FileMerger(plan: plan, rows: rows, target: db).merge(file, from: source)
  }

  /// Writes down what only all files together tell.
  func finish(_ sources: MergeSources, _ entries: [[RunEntry]]) throws -> MergeOutcome {
    var outcome = MergeOutcome()
    for (index, file) in sources.files.enumerated() {
      let place = RunPlace.file(index)
      let runs = plan.wholes.values.filter { $0.place == place }.map(\.rowID)
      let parts = plan.joined.values.flatMap(\.parts.values).filter { $0.place == place }
      outcome.files.append(
        MergeOutcome.File(
          path: file.given, runs: entries[index].count,
          taken: Set(runs + parts.map(\.rowID)).count))
    }
    for copy in plan.wholes.values where copy.place != .target {
      outcome.runs.append(try whole(copy.run))
    }
    // Of older nights that the parts have in their histories, nobody asks again.
    let asked = plan.joined.values.filter(\.isAsked)
      .max { ($0.startedAt, $0.group.runID) < ($1.startedAt, $1.group.runID) }?.group
    for run in plan.joined.values where run.isChanged || run.group == asked {
      outcome.runs.append(try joined(run))
    }
    outcome.runs.sort { ($0.startedAt, $0.id) < ($1.startedAt, $1.id) }
    outcome.loose = plan.loose.map { MergeOutcome.Loose(id: $0.run, shard: $0.scope.shard ?? "") }
      .sorted { $0.id < $1.id }
    return outcome
  }

  /// Takes out of the target what a fuller copy will take the place of, and puts its own parts where
  /// they belong.
  private func makeRoom() throws {
    let runs = RunRows(db: db)
    for copy in plan.wholes.values where copy.place != .target {
      if let row = plan.rows[copy.run] { try runs.clear(row) }
    }
    for (id, run) in plan.joined {
      guard let row = rows[id] else { continue }
      let count = run.group.count
      for (index, copy) in run.parts where copy.place != .target || !copy.isJoined {
        // A copy of it may be in the target too, as a run of its own or as a part of this one.
        if plan.rows[id] != nil { try runs.clear(row, part: index, of: count, for: copy.run) }
        if let own = plan.rows[copy.run] {
          try runs.absorb(own, index: index, count: count, into: row)
          if copy.place != .target {
            try runs.clear(row, part: index, of: count, for: copy.run)
          }
        }
      }
    }
    try Moments(plan.moments(at: .target)).move(db)
  }

  private func whole(_ id: String) throws -> MergeOutcome.Run {
    let run = try facts(id)
    return MergeOutcome.Run(
      id: id, startedAt: run.startedAt, complete: run.complete, parts: nil)
  }

  private func joined(_ run: JoinedRun) throws -> MergeOutcome.Run {
    let id = run.group.runID
    guard let row = rows[id] else { throw StoredText.Malformed() }
    let parts =
      run.isChanged
      ? try GroupRow(db: db, group: run.group, row: row).finish(run)
      : try JoinedFacts(of: row, count: run.group.count, db)
    let facts = try facts(id)
    return MergeOutcome.Run(
      id: id, startedAt: facts.startedAt, complete: facts.complete,
      parts: MergeOutcome.Parts(
        group: run.group.name, count: run.group.count, missing: parts.missing,
        unfinished: parts.unfinished, haveOneInventory: parts.haveOneInventory,
        repeated: run.others.values.filter(\.complete).map(\.run).sorted()))
  }

  private func facts(_ id: String) throws -> AuditRun {
    guard let row = try db.row("SELECT * FROM run WHERE run = ?", [id]) else {
      throw StoredText.Malformed()
    }
    return try RunRow.decode(row).run
  }
}
