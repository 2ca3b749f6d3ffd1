import CredentialAudit
import Foundation
import GRDB

extension AuditStore {
  /// Brings the runs of other databases, and what they know of each subject, into one. The parts of
  /// one run become that run. Everything is looked at before anything is written, and it is written
  /// all or not at all, whatever ends this.
  ///
  /// Merging the same again changes nothing, and the order of the files does not matter.
  ///
  /// - Parameters:
  ///   - sources: The databases.
  ///   - lock: Nobody else writes into the merged one meanwhile.
  /// - Returns: What was taken from where.
  /// - Throws: ``MergeRefusal`` for a file that cannot be merged, ``RunLock/Failure`` where a run is
  ///   under way on one, and ``StoreError`` for the merged database.
  @discardableResult
  package static func merge(
    _ sources: MergeSources, holding lock: RunLock
  ) throws -> MergeOutcome {
    let copies = try SourceCopies(of: sources, holding: lock)
    let entries = try sources.files.indices.map { index in
      try copies.look(at: index) { db in try RunEntry.all(db) }
    }
    let store = try AuditStore(path: sources.target)
    guard lock.location.path == store.location.path else {
      throw StoreError(.refused, path: store.path)
    }
    let outcome = try store.merge(sources, copies, entries)
    store.settle()
    return outcome
  }

  private func merge(
    _ sources: MergeSources, _ copies: SourceCopies, _ entries: [[RunEntry]]
  ) throws -> MergeOutcome {
    do {
      return try pool.write { db in
        // Rows of a run move to another before those that point at them do.
        try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
        try RunRow.closeLeftOver(db)
        let own = try RunEntry.all(db)
        var plan = MergePlan()
        plan.add(own, at: .target)
        for (index, entries) in entries.enumerated() { plan.add(entries, at: .file(index)) }
        plan.settle()
        let merger = try PlannedMerge(plan, db)
        for index in sources.files.indices {
          try copies.read(index) { source in try merger.merge(index, from: source) }
        }
        return try merger.finish(sources, entries)
      }
    } catch let error as MergeRefusal {
      throw error
    } catch {
      throw StoreError(error, path: path) ?? (error as? StoreError) ?? StoreError(.io, path: path)
    }
  }
}
