import CredentialAudit
import GRDB

/// The rows of a file's subjects in the merged database.
struct SubjectRows {
  private var rows: [Int64: Int64] = [:]
  private var tenants: [Int64: String] = [:]

  /// Finds them, makes those that are new, and gives each the earlier of its first sights.
  init(from source: Database, to target: Database, _ moments: Moments) throws {
    let subjects = try Row.fetchCursor(
      source,
      sql:
        "SELECT \(SubjectColumns.sql), subject.id, subject.first_seen_at FROM subject ORDER BY id")
    while let row = try subjects.next() {
      let name = try SubjectColumns.name(row)
      let first = moments.moved(try row.decode(Int64.self, forColumn: "first_seen_at"))
      let id: Int64 = try row.decode(forColumn: "id")
      let known = try SubjectRow.find(name, target)
      if let known {
        try target.run(
          "UPDATE subject SET first_seen_at = ?2 WHERE id = ?1 AND first_seen_at > ?2",
          [known, first])
      }
      rows[id] = try known ?? SubjectRow.insert(name, at: first, target)
      tenants[id] = name.tenant
    }
  }

  /// The row of a subject, by its row in the file.
  func row(of subject: Int64) throws -> Int64 {
    guard let row = rows[subject] else { throw StoredText.Malformed() }
    return row
  }

  /// Of so many parts, the one that a subject of the file is in.
  func part(of subject: Int64, count: Int) throws -> Int {
    guard let tenant = tenants[subject] else { throw StoredText.Malformed() }
    return Shard.index(ofTenant: tenant, count: count)
  }
}
