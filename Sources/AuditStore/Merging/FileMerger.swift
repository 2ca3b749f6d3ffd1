import CredentialAudit
import GRDB

/// Brings into the merged database what was chosen from one of the files.
struct FileMerger {
  private static let totals = ["kind", "verdict", "suppressed", "subjects"]

  let plan: MergePlan
  /// The rows of runs in the merged database, by their ids.
  let rows: [String: Int64]
  let target: Database

  func merge(_ file: Int, from source: Database) throws {
    let place = RunPlace.file(file)
    let moments = Moments(plan.moments(at: place))
    let subjects = try SubjectRows(from: source, to: target, moments)
    let texts = TextRows(from: source, to: target)
    let found = FoundRows(
      source: source, target: target, subjects: subjects, texts: texts, moments: moments)
    for copy in plan.wholes.values.sorted(by: RunCopy.byStart) where copy.place == place {
      try self.copy(copy, from: source, found)
    }
    for run in plan.joined.values.sorted(by: { $0.group.runID < $1.group.runID }) {
      for (index, copy) in run.parts.sorted(by: { $0.key < $1.key }) where copy.place == place {
        try self.copy(copy, index: index, of: run, from: source, found)
      }
      if run.isOneCopy, let copy = run.parts.values.first, copy.place == place {
        try copyTotals(copy, of: run.group.runID, from: source)
      }
    }
    try LifeRows(
      source: source, target: target, subjects: subjects, texts: texts, moments: moments,
      plan: plan
    ).copy()
    try StandingRows(
      source: source, target: target, subjects: subjects, texts: texts, moments: moments,
      plan: plan, rows: rows
    ).copy()
  }

  /// A run that is no part, with all that stands in its row.
  private func copy(_ copy: RunCopy, from source: Database, _ found: FoundRows) throws {
    guard let row = rows[copy.run] else { throw StoredText.Malformed() }
    let columns = [
      "state", "started_at", "finished_at", "complete", "offline", "tool_version",
      "inventory_path", "inventory_sha256", "scope", "auditor", "pruned_at", "suppressions",
    ]
    let sql = "SELECT \(columns.joined(separator: ", ")) FROM run WHERE id = ?"
    guard let facts = try source.row(sql, [copy.rowID]) else { throw StoredText.Malformed() }
    var values = Array(facts.databaseValues)
    let isUnderWay = values[0] == "running".databaseValue
    if isUnderWay { values[0] = "cut_short".databaseValue }
    try target.run(
      "UPDATE run SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?",
      StatementArguments(values + [row.databaseValue]))
    try lines("run_notice", ["position", "code", "message", "tenant"], copy, into: row, source)
    try found.copy(copy.rowID, into: row)
    if isUnderWay {
      try target.run("DELETE FROM run_total WHERE run_id = ?", [row])
      try RunRow.countTotals(row, target)
    } else {
      try lines("run_total", Self.totals, copy, into: row, source)
    }
  }

  /// What belongs to a run and is known by its place only.
  private func lines(
    _ table: String, _ columns: [String], _ copy: RunCopy, into row: Int64, _ source: Database
  ) throws {
    try target.run("DELETE FROM \(table) WHERE run_id = ?", [row])
    let names = columns.joined(separator: ", ")
    let places = columns.map { _ in ", ?" }.joined()
    let lines = try Row.fetchCursor(
      source, sql: "SELECT \(names) FROM \(table) WHERE run_id = ?", arguments: [copy.rowID])
    while let line = try lines.next() {
      try target.run(
        "INSERT INTO \(table) (run_id, \(names)) VALUES (?\(places))",
        StatementArguments([row], then: line.databaseValues))
    }
  }

  /// What was counted of a run that is put together already, of which there may be less by now.
  private func copyTotals(_ copy: RunCopy, of run: String, from source: Database) throws {
    guard let row = rows[run] else { throw StoredText.Malformed() }
    let sql = "SELECT pruned_at FROM run WHERE id = ?"
    guard let facts = try source.row(sql, [copy.rowID]) else { throw StoredText.Malformed() }
    try target.run(
      "UPDATE run SET pruned_at = ? WHERE id = ?",
      StatementArguments(Array(facts.databaseValues) + [row.databaseValue]))
    try lines("run_total", Self.totals, copy, into: row, source)
  }

  private func copy(
    _ copy: RunCopy, index: Int, of run: JoinedRun, from source: Database, _ found: FoundRows
  ) throws {
    let count = run.group.count
    guard let row = rows[run.group.runID] else { throw StoredText.Malformed() }
    if copy.isJoined {
      try PartRow(db: target).insert(from: source, joined: copy.rowID, index: index, into: row)
    } else {
      try PartRow(db: target).insert(
        from: source, run: copy.rowID, index: index, count: count, into: row)
    }
    try found.copy(copy.rowID, into: row, part: (index, count))
  }
}

extension RunCopy {
  /// In the order in which they began.
  static func byStart(_ one: RunCopy, _ other: RunCopy) -> Bool {
    (one.startedAt, one.run) < (other.startedAt, other.run)
  }
}
