package import CredentialAudit
import GRDB

extension AuditStore {
  /// Every credential that has been looked at and is not gone, in no order.
  package func ends() throws(StoreError) -> [StandingEnd] {
    try StoreError.typed(path) { try pool.read { db in try EndReader.ends(db) } }
  }
}
