import CredentialAudit
import Foundation
import GRDB

/// Finds what has only got another name. It is said and not acted on: names are identities.
enum RenameRule {
  /// A credential that this run met under a name that was not known for long.
  private struct Newcomer {
    let name: SubjectName
    /// The start of the first run that met it.
    let metAt: Date
    let isFirstSeen: Bool

    /// Whether nobody knew it when the other was last looked at. A run over a part of the inventory,
    /// or one that was cut short, may have met the new name before one could say that the old is gone.
    func came(after gone: GoneSubject) -> Bool { isFirstSeen || metAt > gone.lookedAt }
  }

  /// For each of the missing, by its row, what this run saw that is newer and looks like it.
  /// Where several look alike nobody can tell which is which, and nothing is said.
  static func successors(
    of missing: [GoneSubject], in run: Int64, _ db: Database
  ) throws -> [Int64: SubjectName] {
    let known = missing.filter { $0.likeness != nil }
    guard let oldest = known.map(\.lookedAt).min() else { return [:] }
    let old = try Dictionary(grouping: known, by: { try $0.likeness?.inDirectory(db) })
    let new = try newcomers(in: run, metAfter: oldest, db)
    var successors: [Int64: SubjectName] = [:]
    for (likeness, gone) in old {
      guard let likeness, gone.count == 1 else { continue }
      let alike = (new[likeness] ?? []).filter { $0.came(after: gone[0]) }
      if alike.count == 1 { successors[gone[0].id] = alike[0].name }
    }
    return successors
  }

  private static func newcomers(
    in run: Int64, metAfter moment: Date, _ db: Database
  ) throws -> [Likeness: [Newcomer]] {
    let sql = """
      SELECT s.tenant, s.application, s.credential, d.client_id, d.kind, d.source,
        d.thumbprint_sha256, s.first_seen_at, o.change = 'first_seen'
      FROM observation o
      JOIN subject s ON s.id = o.subject_id
      JOIN credential_description d ON d.id = o.credential_description_id
      WHERE o.run_id = ? AND (o.change = 'first_seen' OR s.first_seen_at > ?)
      """
    let rows = try Row.fetchCursor(db, sql: sql, arguments: [run, StoredText.encode(moment)])
    var newcomers: [Likeness: [Newcomer]] = [:]
    while let row = try rows.next() {
      let tenant: String = try row.decode(atIndex: 0)
      let likeness = Likeness(
        tenant: tenant, clientID: try row.decode(atIndex: 3), kind: try row.decode(atIndex: 4),
        source: try row.decode(atIndex: 5), thumbprint: try row.decode(atIndex: 6))
      guard let likeness = try likeness?.inDirectory(db) else { continue }
      newcomers[likeness, default: []].append(
        Newcomer(
          name: .credential(
            tenant: tenant, application: try row.decode(atIndex: 1),
            credential: try row.decode(atIndex: 2)),
          metAt: StoredText.date(try row.decode(atIndex: 7)),
          isFirstSeen: try row.decode(atIndex: 8)))
    }
    return newcomers
  }
}
