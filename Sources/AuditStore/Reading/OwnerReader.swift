import CredentialAudit
import GRDB

/// Reads whose every declared credential was when that was last told.
enum OwnerReader {
  /// A night without the directory leaves its credentials without an owner; the one before holds.
  static let sql = """
    SELECT \(SubjectColumns.sql), coalesce(now.owner, (
      SELECT before.owner FROM observation seen
      JOIN credential_description before ON before.id = seen.credential_description_id
      WHERE seen.subject_id = standing.subject_id AND before.owner IS NOT NULL
      ORDER BY seen.run_id DESC LIMIT 1)) AS owner
    FROM standing
    JOIN subject ON subject.id = standing.subject_id
    JOIN credential_description now ON now.id = standing.credential_description_id
    WHERE standing.gone_at IS NULL AND now.source <> 'directory'
    """

  static func owners(_ db: Database) throws -> [SubjectName: String] {
    let rows = try Row.fetchCursor(db, sql: sql)
    var owners: [SubjectName: String] = [:]
    while let row = try rows.next() {
      guard let owner: String = try row.decode(forColumn: "owner") else { continue }
      owners[try SubjectColumns.name(row)] = owner
    }
    return owners
  }
}
