import CredentialAudit
import GRDB

/// A run as one of the databases has it, as far as it must be known to choose among several.
struct RunEntry {
  /// A part that a run was put together from, or a run that is itself a part.
  struct Part {
    /// From 1.
    let index: Int
    /// The part's own id.
    let run: String
    let startedAt: Int64
    let hasEnd: Bool
    let complete: Bool
  }

  let run: String
  let rowID: Int64
  let startedAt: Int64
  let isPruned: Bool
  let hasEnd: Bool
  /// How many subjects are left of it, counted only where it is not all of them.
  let rest: Int
  let scope: RunScope
  /// The group that it is a part of, or that it was put together from; nil for any other run.
  let group: ShardGroup?
  /// What of the group it has, by its index.
  let parts: [Part]

  /// Whether it is itself the run that the group makes.
  var isJoined: Bool { group?.runID == run }

  /// Every run of a database, in the order in which they started.
  static func all(_ db: Database) throws -> [RunEntry] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, run, state, started_at, complete, offline, scope, pruned_at IS NOT NULL
        FROM run ORDER BY started_at, run
        """)
    var entries: [RunEntry] = []
    while let row = try rows.next() { entries.append(try RunEntry(row, db)) }
    return entries
  }

  private init(_ row: Row, _ db: Database) throws {
    rowID = try row.decode(atIndex: 0)
    run = try row.decode(atIndex: 1)
    hasEnd = try row.decode(String.self, atIndex: 2) == "finished"
    startedAt = try row.decode(atIndex: 3)
    scope = try StoredText.scope(try row.decode(atIndex: 6))
    isPruned = try row.decode(atIndex: 7)
    rest =
      hasEnd && !isPruned
      ? 0
      : try Int.fetchOne(
        db.cachedStatement(sql: "SELECT count(*) FROM observation WHERE run_id = ?"),
        arguments: [rowID]) ?? 0
    let offline: Bool = try row.decode(atIndex: 5)
    let complete: Bool = try row.decode(atIndex: 4)
    if let shard = scope.shard.flatMap(Shard.init) {
      group = ShardGroup(scope, offline: offline)
      parts =
        group == nil
        ? []
        : [
          Part(
            index: shard.index, run: run, startedAt: startedAt, hasEnd: hasEnd, complete: complete)
        ]
      return
    }
    guard let name = scope.shardGroup else {
      group = nil
      parts = []
      return
    }
    let joined = try Self.parts(of: rowID, db)
    parts = joined.parts
    group = ShardGroup(name: name, count: joined.count, offline: offline, scope: scope)
  }

  private static func parts(
    of run: Int64, _ db: Database
  ) throws -> (count: Int, parts: [Part]) {
    let statement = try db.cachedStatement(
      sql: """
        SELECT parts, part, run, started_at, state = 'finished', complete
        FROM run_part WHERE run_id = ? ORDER BY part
        """)
    let rows = try Row.fetchCursor(statement, arguments: [run])
    var count = 0
    var parts: [Part] = []
    while let row = try rows.next() {
      count = try row.decode(atIndex: 0)
      parts.append(
        Part(
          index: try row.decode(atIndex: 1), run: try row.decode(atIndex: 2),
          startedAt: try row.decode(atIndex: 3), hasEnd: try row.decode(atIndex: 4),
          complete: try row.decode(atIndex: 5)))
    }
    return (count, parts)
  }
}
