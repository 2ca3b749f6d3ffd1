package import CredentialAudit
package import Foundation
import GRDB

extension AuditStore {
  /// The runs whose id begins so, newest first.
  package func runs(idPrefix: String, limit: Int) throws(StoreError) -> [AuditRun] {
    // No id has a letter beyond this one, so that the index finds them all.
    try runs(
      "WHERE run >= ?1 AND run < ?2 ORDER BY started_at DESC, id DESC LIMIT ?3",
      [idPrefix, idPrefix + "\u{10FFFF}", max(0, limit)])
  }

  /// The runs that asked the network, newest first: those that had started before `end` and looked at
  /// the `inventory` of that path, where one of them is asked for.
  package func liveRuns(
    startedBefore end: Date? = nil, over inventory: String? = nil, limit: Int
  ) throws(StoreError) -> [AuditRun] {
    try runs(
      """
      WHERE offline = 0 AND started_at < ?1 AND (?2 IS NULL OR inventory_path = ?2)
      ORDER BY started_at DESC, id DESC LIMIT ?3
      """, [StoredText.encode(end ?? .distantFuture), inventory, max(0, limit)])
  }

  private func runs(
    _ which: String, _ arguments: StatementArguments
  ) throws(StoreError) -> [AuditRun] {
    try StoreError.typed(path) {
      try pool.read { db in
        try Row.fetchAll(db, sql: "SELECT * FROM run \(which)", arguments: arguments).map {
          try RunRow.decode($0).run
        }
      }
    }
  }
}
