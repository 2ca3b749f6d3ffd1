import CredentialAudit
import GRDB

/// Finds what has only got another name. It is said and not acted on: names are identities.
enum RenameRule {
  /// For each of the missing, by its row, what this run saw for the first time and looks like it.
  /// Where several look alike nobody can tell which is which, and nothing is said.
  static func successors(
    of missing: [GoneSubject], in run: Int64, _ db: Database
  ) throws -> [Int64: SubjectName] {
    let old = try Dictionary(
      grouping: missing.filter { $0.likeness != nil }, by: { try $0.likeness?.inDirectory(db) })
    guard !old.isEmpty else { return [:] }
    let new = try firstSeen(in: run, db)
    var successors: [Int64: SubjectName] = [:]
    for (likeness, gone) in old {
      guard let likeness, gone.count == 1, let alike = new[likeness], alike.count == 1 else {
        continue
      }
      successors[gone[0].id] = alike[0]
    }
    return successors
  }

  private static func firstSeen(
    in run: Int64, _ db: Database
  ) throws -> [Likeness: [SubjectName]] {
    let sql = """
      SELECT s.tenant, s.application, s.credential, d.client_id, d.kind, d.source,
        d.thumbprint_sha256
      FROM observation o
      JOIN subject s ON s.id = o.subject_id
      JOIN credential_description d ON d.id = o.credential_description_id
      WHERE o.run_id = ? AND o.change = 'first_seen'
      """
    let rows = try Row.fetchCursor(db, sql: sql, arguments: [run])
    var names: [Likeness: [SubjectName]] = [:]
    while let row = try rows.next() {
      let tenant: String = try row.decode(atIndex: 0)
      let likeness = Likeness(
        tenant: tenant, clientID: try row.decode(atIndex: 3), kind: try row.decode(atIndex: 4),
        source: try row.decode(atIndex: 5), thumbprint: try row.decode(atIndex: 6))
      guard let likeness = try likeness?.inDirectory(db) else { continue }
      names[likeness, default: []].append(
        .credential(
          tenant: tenant, application: try row.decode(atIndex: 1),
          credential: try row.decode(atIndex: 2)))
    }
    return names
  }
}
