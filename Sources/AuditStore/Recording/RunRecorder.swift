package import CredentialAudit
package import Foundation
import GRDB

/// A run under way. Each call is one transaction: what it returned from is on the disk, and what it
/// threw from left nothing.
package struct RunRecorder: Sendable {
  /// The run as it began.
  package let run: AuditRun
  private let store: AuditStore
  /// Held for as long as anybody may record.
  private let lock: RunLock
  private let rowID: Int64

  init(store: AuditStore, lock: RunLock, run: AuditRun, rowID: Int64) {
    self.store = store
    self.lock = lock
    self.run = run
    self.rowID = rowID
  }

  /// Records a batch. The changes are decided here, against what was last said of each subject;
  /// what the records themselves say of a change is not looked at.
  package func record(
    authorities: [AuthorityRecord] = [], credentials: [CredentialRecord] = []
  ) throws(StoreError) {
    try write { db in
      let writer = SubjectWriter(db: db, run: run, rowID: rowID)
      for authority in authorities { try writer.write(SubjectRecord(authority)) }
      for credential in credentials { try writer.write(SubjectRecord(credential)) }
    }
  }

  /// What the runs before told of a credential's rotation, and whether this run counts for it.
  package func rotation(of subject: SubjectName) throws(StoreError) -> RotationHistory {
    let past = try StoreError.typed(store.path) {
      try store.pool.read { db in try RotationReader.past(of: subject, db) }
    }
    return RotationHistory(past: past, isWhole: run.scope.isOfAll)
  }

  /// Adds what the reader of the run should know. Notices keep their order.
  package func note(_ notices: [RunNotice]) throws(StoreError) {
    guard !notices.isEmpty else { return }
    try write { db in
      for notice in notices { try RunRow.add(notice, to: rowID, db) }
    }
  }

  /// Says what is gone: each subject that live runs over this inventory looked at, that this run's
  /// scope would have looked at, and that the inventory no longer has. An offline run says nothing of
  /// it. To be called once all is recorded, and only by a run that nothing cut short: what a run did
  /// not come to know is not gone. `inventory` is all that the inventory has, whatever the run was
  /// asked for; `unread` are the tenants whose directory was not read to its end, or of which not all
  /// was asked for: what only the directory knew is not gone there. `watched` says of every tenant with
  /// a directory how much of it the inventory has looked at: what it no longer has looked at may still
  /// be there, and is said to be so.
  package func conclude(
    inventory: Set<SubjectName>, unread: Set<String> = [],
    watched: [String: WatchedDirectory] = [:]
  ) throws(StoreError) {
    guard !run.offline else { return }
    try write { db in
      let missing = try GoneSubject.all(
        missingFrom: inventory, unread: unread, watched: watched, of: run, rowID: rowID, db)
      try GoneWriter(db: db, run: run, rowID: rowID).write(missing)
    }
  }

  /// Says what the auditor itself looks like, as far as it is known by now.
  package func update(auditor: Evidence) throws(StoreError) {
    try write { db in
      try db.run(
        "UPDATE run SET auditor = ? WHERE id = ?", [StoredText.encode(auditor), rowID])
    }
  }

  /// Keeps what became of the suppressions, for whoever puts this run together with others.
  package func keep(_ account: SuppressionAccount) throws(StoreError) {
    try write { db in
      try db.run(
        "UPDATE run SET suppressions = ? WHERE id = ?", [try StoredText.encode(account), rowID])
    }
  }

  /// Ends the run and lends it to the reports. `complete` says that all that was asked for was
  /// looked at.
  @discardableResult
  package func finish(at end: Date, complete: Bool) throws(StoreError) -> StoredRun {
    try write { db in
      try RunRow.finish(rowID, at: StoredText.encode(end), complete: complete, db)
    }
    store.settle()
    guard let stored = try store.run(id: run.id) else {
      throw StoreError(.runOver, path: store.path)
    }
    return stored
  }

  private func write(_ body: (Database) throws -> Void) throws(StoreError) {
    try store.verifyPlace()
    try StoreError.typed(store.path) {
      try store.pool.write { db in
        // Another run may have closed this one, after a stop of this process long enough to lose
        // the lock file, say.
        let open = try db.row("SELECT 1 FROM run WHERE id = ? AND state = 'running'", [rowID])
        guard open != nil else { throw StoreError(.runOver, path: store.path) }
        try body(db)
      }
    }
  }
}

extension Database {
  /// Runs a statement that is prepared once for the connection.
  func run(_ sql: String, _ arguments: StatementArguments) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }

  /// The first row of a statement that is prepared once for the connection.
  func row(_ sql: String, _ arguments: StatementArguments) throws -> Row? {
    try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
  }

  /// The first column of the first row.
  func id(_ sql: String, _ arguments: StatementArguments) throws -> Int64? {
    try Int64.fetchOne(cachedStatement(sql: sql), arguments: arguments)
  }
}
