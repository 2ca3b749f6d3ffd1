package import CredentialAudit
import GRDB

extension AuditStore {
  /// All that the history tells of a subject; nil where it has none of that name.
  package func life(of subject: SubjectName) throws(StoreError) -> SubjectLife? {
    try StoreError.typed(path) { try pool.read { db in try LifeReader.life(of: subject, db) } }
  }

  /// Whose each declared credential was when that was last told: by the inventory, or by a directory.
  package func owners() throws(StoreError) -> [SubjectName: String] {
    try StoreError.typed(path) { try pool.read { db in try OwnerReader.owners(db) } }
  }

  /// The names of all that any run has met, in their order.
  package func subjects() throws(StoreError) -> [SubjectName] {
    try StoreError.typed(path) {
      try pool.read { db in
        try Row.fetchAll(db, sql: "SELECT \(SubjectColumns.sql) FROM subject")
          .map(SubjectColumns.name).sorted()
      }
    }
  }
}
