import CredentialAudit
import GRDB

/// Rows of the merged database for the runs that come into it, and rows of runs that a fuller copy
/// takes the place of.
struct RunRows {
  let db: Database

  /// A row without anything in it yet, so that others may point at it.
  func insert(_ run: String, startedAt: Int64) throws -> Int64 {
    try db.run(
      """
      INSERT INTO run (run, state, started_at, complete, offline, tool_version, inventory_path,
        inventory_sha256, scope, auditor) VALUES (?, 'cut_short', ?, 0, 0, '', '', '', '{}', '[]')
      """, [run, startedAt])
    return db.lastInsertedRowID
  }

  /// Takes a part out of a run, for what another copy of it has, or another attempt at it: of one that
  /// no longer counts only what it saw of subjects' lives stays, under its own name.
  func clear(_ run: Int64, part: Int, of count: Int, for next: String) throws {
    let sql = "SELECT run, started_at FROM run_part WHERE run_id = ? AND part = ?"
    var former: (run: String, startedAt: Int64)?
    if let row = try db.row(sql, [run, part]) {
      former = (try row.decode(atIndex: 0), try row.decode(atIndex: 1))
    }
    try clear(run, former: former?.run == next ? nil : former) { name in
      Shard.index(ofTenant: name.tenant, count: count) == part
    }
  }

  /// Takes out all that a run found, for what a fuller copy of it has.
  func clear(_ run: Int64) throws {
    try clear(run, former: nil) { _ in true }
  }

  private func clear(
    _ run: Int64, former: (run: String, startedAt: Int64)?,
    where isMeant: (SubjectName) -> Bool
  ) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT subject.id, \(SubjectColumns.sql) FROM observation
        JOIN subject ON subject.id = observation.subject_id WHERE observation.run_id = ?
        """, arguments: [run])
    var subjects: [Int64] = []
    while let row = try rows.next() {
      if isMeant(try SubjectColumns.name(row)) { subjects.append(try row.decode(atIndex: 0)) }
    }
    for subject in subjects {
      try db.run("DELETE FROM standing WHERE subject_id = ? AND run_id = ?", [subject, run])
      let life = "WHERE subject_id = ? AND run = (SELECT run FROM run WHERE id = ?)"
      if let former {
        try db.run(
          "UPDATE OR REPLACE verdict_change SET run = ?, at = ? \(life)",
          [former.run, former.startedAt, subject, run])
      } else {
        try db.run("DELETE FROM verdict_change \(life)", [subject, run])
      }
      try db.run("DELETE FROM observation WHERE subject_id = ? AND run_id = ?", [subject, run])
    }
  }

  /// Puts a part that the merged database has as a run of its own into the run of its group.
  func absorb(_ part: Int64, index: Int, count: Int, into run: Int64) throws {
    try PartRow(db: db).insert(from: db, run: part, index: index, count: count, into: run)
    for table in ["observation", "finding", "standing"] {
      try db.run("UPDATE \(table) SET run_id = ? WHERE run_id = ?", [run, part])
    }
    let subjects = "SELECT subject_id FROM observation WHERE run_id = ?2"
    try db.run(
      """
      UPDATE verdict_change SET run = (SELECT run FROM run WHERE id = ?2)
      WHERE run = (SELECT run FROM run WHERE id = ?1) AND subject_id IN (\(subjects))
      """, [part, run])
    try db.run("DELETE FROM run WHERE id = ?", [part])
  }
}
