import CredentialAudit
package import Foundation
import GRDB

extension AuditStore {
  /// Drops what runs that started before a moment had found, except each subject's last state. The
  /// verdict changes stay, and so does the newest run, however old it is: the next one is compared
  /// with it.
  ///
  /// It may be ended at any time: what was dropped until then stays dropped, everything else is
  /// whole, and the next pruning goes on.
  ///
  /// - Parameters:
  ///   - end: Runs that started then or later are left alone.
  ///   - now: When it is done, for the reader of what is left.
  ///   - lock: Nobody else writes meanwhile.
  /// - Returns: What was dropped.
  /// - Throws: ``StoreError``; what was dropped before stays dropped.
  package func prune(
    startedBefore end: Date, at now: Date, holding lock: RunLock
  ) throws(StoreError) -> PruneOutcome {
    guard lock.location.path == location.path else { throw StoreError(.refused, path: path) }
    return try StoreError.typed(path) {
      var outcome = PruneOutcome()
      settleWhole()
      outcome.bytesBefore = location.size
      try RunPruner(pool: pool, end: StoredText.encode(end), now: StoredText.encode(now))
        .prune(&outcome)
      // Also where no run had anything to drop: a pruning before this one may have been ended in between.
      outcome.orphans = try OrphanSweep(pool: pool).sweep()
      if !outcome.isNothing {
        outcome.compaction = try Compactor(pool: pool, location: location).compact()
      }
      settleWhole()
      outcome.bytesAfter = location.size
      return outcome
    }
  }

  /// Moves the write-ahead log into the database and makes it empty, so that one file has it all and
  /// its size says something. A reader that is in the way for long keeps it; the next run does it.
  private func settleWhole() {
    _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
  }
}
