package import CredentialAudit
import GRDB

extension AuditStore {
  /// What is another in a run than in an earlier one. Both are to be runs of this history; one that
  /// is no longer there has no subjects.
  package func compare(
    _ old: AuditRun, with new: AuditRun
  ) throws(StoreError) -> RunComparison {
    try StoreError.typed(path) {
      try pool.read { db in try ComparisonReader.compare(old, new, db) }
    }
  }
}
