package import CredentialAudit
package import Foundation
import GRDB

/// The history: one SQLite database with everything that runs found.
///
/// Anybody may read while a run writes. Only who holds the ``RunLock`` begins a run.
package final class AuditStore: Sendable {
  /// As the user named it.
  package let path: String
  let location: DatabaseLocation
  let pool: DatabasePool
  /// The file that was opened.
  private let file: FileIdentity?

  /// Opens the database, or makes one, for this user alone, with the newest schema.
  package init(path: String) throws(StoreError) {
    let location = try DatabaseLocation(path)
    try location.prepare()
    var configuration = Configuration()
    configuration.label = "credaudit"
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 1
    configuration.prepareDatabase { db in
      // A database that somebody sent must not get functions called by its schema.
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA cell_size_check = ON")
      try SchemaVersion.verify(db, path: path)
    }
    self.path = path
    self.location = location
    pool = try StoreError.typed(path) {
      let pool = try Self.pool(location.path, configuration)
      try pool.writeWithoutTransaction { db in
        // GRDB leaves NORMAL, which may lose the last commits when the power fails. A run makes a
        // few commits a second: FULL costs nothing that anybody notices.
        try db.execute(sql: "PRAGMA synchronous = FULL")
        try SchemaVersion.migrate(db, path: path)
      }
      return pool
    }
    location.makePrivate()
    file = FileIdentity(path: location.path)
  }

  /// Opens the file. Where several make a new database at once, SQLite does not wait for the others
  /// as it changes to a write-ahead log, whatever it was told: the busy one tries again for a while.
  private static func pool(
    _ path: String, _ configuration: Configuration
  ) throws -> DatabasePool {
    let end = ContinuousClock.now + .seconds(5)
    while true {
      do {
        return try DatabasePool(path: path, configuration: configuration)
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_BUSY && ContinuousClock.now < end
      {
        Thread.sleep(forTimeInterval: 0.02)
      }
    }
  }

  /// SQLite goes on writing into a file that has lost its name, and what it writes is gone with the
  /// process: whoever records for an hour must learn of it before.
  func verifyPlace() throws(StoreError) {
    guard FileIdentity(path: location.path) == file else { throw StoreError(.gone, path: path) }
  }

  /// Begins a run, after closing as incomplete what a killed run left open.
  package func begin(_ run: AuditRun, holding lock: RunLock) throws(StoreError) -> RunRecorder {
    // A lock on another database would let this close a run that is under way.
    guard lock.location.path == location.path else { throw StoreError(.refused, path: path) }
    let rowID = try StoreError.typed(path) {
      try pool.write { db in
        try RunRow.closeLeftOver(db)
        return try RunRow.insert(run, db)
      }
    }
    return RunRecorder(store: self, lock: lock, run: run, rowID: rowID)
  }

  /// Moves what is in the write-ahead log into the database, so that whoever copies the one file has
  /// it all. What is committed is safe without it: a reader in the way is not waited for, and it or a
  /// full disk is no failure; the next run does it.
  func settle() {
    _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.passive) }
  }

  /// The run that started last, be it finished, under way or cut short; nil in a new database.
  package func newestRun() throws(StoreError) -> StoredRun? {
    try stored("ORDER BY started_at DESC, id DESC LIMIT 1", [])
  }

  /// The run that started last before a moment.
  package func newestRun(startedBefore end: Date) throws(StoreError) -> StoredRun? {
    try stored(
      "WHERE started_at < ? ORDER BY started_at DESC, id DESC LIMIT 1", [StoredText.encode(end)])
  }

  /// The run with that id.
  package func run(id: String) throws(StoreError) -> StoredRun? {
    try stored("WHERE run = ?", [id])
  }

  /// The facts of the last runs, newest first.
  package func runs(limit: Int) throws(StoreError) -> [AuditRun] {
    try StoreError.typed(path) {
      try pool.read { db in
        let sql = "SELECT * FROM run ORDER BY started_at DESC, id DESC LIMIT ?"
        return try Row.fetchAll(db, sql: sql, arguments: [max(0, limit)]).map {
          try RunRow.decode($0).run
        }
      }
    }
  }

  private func stored(
    _ which: String, _ arguments: StatementArguments
  ) throws(StoreError) -> StoredRun? {
    try StoreError.typed(path) {
      let snapshot = try pool.makeSnapshot()
      let found = try snapshot.unsafeReentrantRead { db in
        try Row.fetchOne(db, sql: "SELECT * FROM run \(which)", arguments: arguments).map {
          try RunRow.decode($0)
        }
      }
      return found.map { StoredRun(store: self, run: $0.run, rowID: $0.rowID, snapshot: snapshot) }
    }
  }
}
