import CredentialAudit
import Foundation
import GRDB

/// A subject that live runs over an inventory looked at and that the inventory no longer has.
struct GoneSubject {
  let id: Int64
  let name: SubjectName
  let verdict: Verdict
  let code: String
  let lookedAt: Date
  let description: SubjectRow.Description
  let owner: String?
  let tags: [String]
  let reason: GoneReason
  /// By what it is known again under another name; nil for an authority.
  let likeness: Likeness?

  /// Those of whom it has not been said yet, by their names. Only what runs over the same inventory
  /// saw: what another one has is not this one's to miss. What only the directory knew is missing where
  /// this run did not meet it, unless its directory was not read; what is not watched any more is told
  /// apart.
  static func all(
    missingFrom inventory: Set<SubjectName>, unread: Set<String>,
    watched: [String: WatchedDirectory], of run: AuditRun, rowID: Int64, _ db: Database
  ) throws -> [GoneSubject] {
    let sql = """
      SELECT s.id, s.tenant, s.application, s.credential, t.verdict, t.code, t.looked_at,
        t.authority_description_id AS a_id, t.credential_description_id AS c_id,
        coalesce(c.owner, a.owner) AS owner, coalesce(c.tags, a.tags) AS tags,
        c.client_id, c.kind, t.known_source, t.known_thumbprint, c.source,
        EXISTS (SELECT 1 FROM observation o WHERE o.run_id = ?1 AND o.subject_id = t.subject_id)
          AS is_met
      FROM standing t
      JOIN run r ON r.id = t.run_id
      JOIN subject s ON s.id = t.subject_id
      LEFT JOIN authority_description a ON a.id = t.authority_description_id
      LEFT JOIN credential_description c ON c.id = t.credential_description_id
      WHERE t.offline = 0 AND t.gone_at IS NULL AND t.run_id <> ?1 AND r.inventory_path = ?2
      ORDER BY s.tenant, s.application, s.credential
      """
    let rows = try Row.fetchCursor(db, sql: sql, arguments: [rowID, run.inventoryPath])
    var missing: [GoneSubject] = []
    while let row = try rows.next() {
      // Most are there still: of them no more is read than their names.
      let name = try name(row)
      guard !inventory.contains(name) else { continue }
      var reason = GoneReason.leftInventory
      if try isOfDirectory(row) {
        let isMet: Bool = try row.decode(forColumn: "is_met")
        let clientID: String = try row.decode(forColumn: "client_id")
        let isWatched = watched[name.tenant]?.has(clientID: clientID) ?? false
        if isMet || isWatched && unread.contains(name.tenant) { continue }
        reason = isWatched ? .leftDirectory : .notWatched
      }
      missing.append(try GoneSubject(name, row, reason))
    }
    return missing.within(run.scope)
  }

  /// Those of whom a run says it, by their names.
  static func said(in run: Int64, _ db: Database) throws -> [GoneSubject] {
    let sql = """
      SELECT s.id, s.tenant, s.application, s.credential, o.verdict, '' AS code,
        min(coalesce(t.looked_at, r.started_at), r.started_at) AS looked_at,
        o.authority_description_id AS a_id, o.credential_description_id AS c_id,
        coalesce(c.owner, a.owner) AS owner, coalesce(c.tags, a.tags) AS tags,
        c.client_id, c.kind, coalesce(t.known_source, c.source) AS known_source,
        coalesce(t.known_thumbprint, c.thumbprint_sha256) AS known_thumbprint, c.source
      FROM observation o
      JOIN run r ON r.id = o.run_id
      JOIN subject s ON s.id = o.subject_id
      LEFT JOIN standing t ON t.subject_id = o.subject_id
      LEFT JOIN authority_description a ON a.id = o.authority_description_id
      LEFT JOIN credential_description c ON c.id = o.credential_description_id
      WHERE o.run_id = ? AND o.change = 'gone'
      ORDER BY s.tenant, s.application, s.credential
      """
    return try Row.fetchAll(db, sql: sql, arguments: [run]).map { row in
      try GoneSubject(name(row), row, isOfDirectory(row) ? .leftDirectory : .leftInventory)
    }
  }

  private static func isOfDirectory(_ row: Row) throws -> Bool {
    try row.decode(String?.self, forColumn: "source") == CredentialRecord.directorySource
  }

  private static func name(_ row: Row) throws -> SubjectName {
    let tenant: String = try row.decode(forColumn: "tenant")
    guard let application: String = try row.decode(forColumn: "application") else {
      return .authority(tenant: tenant)
    }
    return .credential(
      tenant: tenant, application: application, credential: try row.decode(forColumn: "credential"))
  }

  private init(_ name: SubjectName, _ row: Row, _ reason: GoneReason) throws {
    self.name = name
    self.reason = reason
    id = try row.decode(forColumn: "id")
    verdict = try StoredText.word(try row.decode(forColumn: "verdict"))
    code = try row.decode(forColumn: "code")
    lookedAt = StoredText.date(try row.decode(forColumn: "looked_at"))
    description = SubjectRow.Description(
      authority: try row.decode(forColumn: "a_id"), credential: try row.decode(forColumn: "c_id"))
    owner = try row.decode(forColumn: "owner")
    tags = try StoredText.list(try row.decode(forColumn: "tags"))
    guard case .credential = name else {
      likeness = nil
      return
    }
    likeness = Likeness(
      tenant: name.tenant, clientID: try row.decode(forColumn: "client_id"),
      kind: try row.decode(forColumn: "kind"), source: try row.decode(forColumn: "known_source"),
      thumbprint: try row.decode(forColumn: "known_thumbprint"))
  }
}

extension [GoneSubject] {
  /// Those that the run would have looked at, were they still there, by what was last known of them.
  /// Of a tenant of another shard, only that shard says that it is gone.
  fileprivate func within(_ scope: RunScope) -> [GoneSubject] {
    let asked = ScopeFilter(scope)
    let isAsked = { (subject: GoneSubject) in
      asked.includes(subject.name, owner: subject.owner, tags: subject.tags)
    }
    // The authority of a credential that is asked for is looked at with it.
    let tenants = Set(filter(isAsked).map(\.name.tenant))
    return filter { subject in
      switch subject.name {
      case .authority(let tenant): tenants.contains(tenant)
      case .credential: isAsked(subject)
      }
    }
  }
}
