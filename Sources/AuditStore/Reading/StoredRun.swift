package import CredentialAudit
package import Foundation
import GRDB

/// A stored run, read from the database as it was when this was made: runs that are recorded or
/// dropped meanwhile do not show. Rows are lent one by one; memory does not grow with the run.
///
/// Names are ordered by their UTF-8 bytes; a credential without an end comes after those with one.
package struct StoredRun: RunReader, Sendable {
  package let run: AuditRun
  private let rowID: Int64
  private let snapshot: DatabaseSnapshot
  /// Kept open: were a reader the last to close the database, the log files would stay behind.
  private let store: AuditStore

  init(store: AuditStore, run: AuditRun, rowID: Int64, snapshot: DatabaseSnapshot) {
    self.store = store
    self.run = run
    self.rowID = rowID
    self.snapshot = snapshot
  }

  /// In the order in which they were recorded.
  package func notices() throws -> [RunNotice] {
    try read { db in
      let sql = "SELECT code, message, tenant FROM run_notice WHERE run_id = ? ORDER BY position"
      return try Row.fetchAll(db, sql: sql, arguments: [rowID]).map {
        RunNotice(
          code: try $0.decode(atIndex: 0), message: try $0.decode(atIndex: 1),
          tenant: try $0.decode(atIndex: 2))
      }
    }
  }

  package func summary() throws -> RunSummary {
    try read { db in try RunSummary.counted(run: rowID, db) }
  }

  package func previousRun() throws -> AuditRun? {
    try read { db in
      let sql = """
        SELECT * FROM run WHERE (started_at, id) < (?, ?) AND inventory_path = ? AND offline = 0
        ORDER BY started_at DESC, id DESC LIMIT 1
        """
      return try Row.fetchOne(db, sql: sql, arguments: place).map {
        try RunRow.decode($0).run
      }
    }
  }

  package func lastCompleteEnd() throws -> Date? {
    try read { db in try wholeRuns(limit: 1, db).first?.run.finishedAt }
  }

  package func trend(limit: Int) throws -> [RunTotals] {
    try read { db in
      try wholeRuns(limit: limit, db).reversed().map { run, id in
        RunTotals(id: run.id, startedAt: run.startedAt, summary: try RunSummary.totals(run: id, db))
      }
    }
  }

  /// The run's place among those over its inventory: by when it started, because those that were merged
  /// into the history need not stand in it in that order.
  private var place: StatementArguments {
    [StoredText.encode(run.startedAt), rowID, run.inventoryPath]
  }

  /// The last complete runs over the whole of this inventory until this one, newest first. A part that
  /// somebody looked at by hand is no sign that the nightly job lives, nor is a job over another
  /// inventory, whose totals are another estate's.
  private func wholeRuns(
    limit: Int, _ db: Database
  ) throws -> [(run: AuditRun, rowID: Int64)] {
    let sql = """
      SELECT * FROM run
      WHERE (started_at, id) <= (?, ?) AND inventory_path = ? AND complete = 1 AND offline = 0
      ORDER BY started_at DESC, id DESC
      """
    let rows = try Row.fetchCursor(db, sql: sql, arguments: place)
    var found: [(run: AuditRun, rowID: Int64)] = []
    while found.count < limit, let row = try rows.next() {
      let whole = try RunRow.decode(row)
      if !whole.run.scope.isFiltered { found.append(whole) }
    }
    return found
  }

  package func forEachAuthority(_ body: (AuthorityRecord) throws -> Void) throws {
    try forEachAuthority(RecordSource.authorities, [rowID], body)
  }

  package func forEachAuthority(
    of tenants: TenantRange, _ body: (AuthorityRecord) throws -> Void
  ) throws {
    try forEachAuthority(
      RecordSource.authoritiesOfTenants, [rowID, tenants.first, tenants.last], body)
  }

  package func forEachCredential(_ body: (CredentialRecord) throws -> Void) throws {
    try forEachCredential(RecordSource.credentials, [rowID], body)
  }

  package func forEachCredential(
    of tenants: TenantRange, _ body: (CredentialRecord) throws -> Void
  ) throws {
    try forEachCredential(
      RecordSource.credentialsOfTenants, [rowID, tenants.first, tenants.last], body)
  }

  private func forEachAuthority(
    _ source: String, _ arguments: StatementArguments,
    _ body: (AuthorityRecord) throws -> Void
  ) throws {
    let sql = """
      SELECT \(ObservationColumns.sql), s.tenant, d.authority, d.kind, d.cloud, d.tenant_id,
        d.owner, d.tags
      \(source)
      ORDER BY s.tenant
      """
    let own = ObservationColumns.count
    try forEach(sql, arguments) { row, findings in
      try body(
        AuthorityRecord(
          tenant: try row.decode(atIndex: own), authority: try row.decode(atIndex: own + 1),
          kind: try row.decode(atIndex: own + 2), cloud: try row.decode(atIndex: own + 3),
          tenantID: try row.decode(atIndex: own + 4),
          tags: try StoredText.list(try row.decode(atIndex: own + 6)),
          owner: try row.decode(atIndex: own + 5), change: try ObservationColumns.change(row),
          course: try ObservationColumns.course(row),
          location: try ObservationColumns.location(row), findings: findings))
    }
  }

  private func forEachCredential(
    _ source: String, _ arguments: StatementArguments,
    _ body: (CredentialRecord) throws -> Void
  ) throws {
    let sql = """
      SELECT \(ObservationColumns.sql), s.tenant, s.application, s.credential, d.client_id, d.kind,
        d.source, d.owner, d.runbook, d.tags, w.roles, d.expires_at, d.expires_from, o.days_left,
        d.thumbprint_sha1, d.thumbprint_sha256
      \(source)
      ORDER BY
        CASE o.verdict WHEN 'critical' THEN 0 WHEN 'unknown' THEN 1 WHEN 'warning' THEN 2
          WHEN 'pass' THEN 3 ELSE 4 END,
        o.priority, d.expires_at IS NULL, d.expires_at, s.tenant, s.application, s.credential
      """
    let own = ObservationColumns.count
    try forEach(sql, arguments) { row, findings in
      let end: Int64? = try row.decode(atIndex: own + 10)
      try body(
        CredentialRecord(
          tenant: try row.decode(atIndex: own), application: try row.decode(atIndex: own + 1),
          credential: try row.decode(atIndex: own + 2), clientID: try row.decode(atIndex: own + 3),
          kind: try row.decode(atIndex: own + 4), source: try row.decode(atIndex: own + 5),
          owner: try row.decode(atIndex: own + 6), runbook: try row.decode(atIndex: own + 7),
          tags: try StoredText.list(try row.decode(atIndex: own + 8)),
          change: try ObservationColumns.change(row), course: try ObservationColumns.course(row),
          location: try ObservationColumns.location(row),
          roles: try row.decode(String?.self, atIndex: own + 9).map(StoredText.list),
          expiresAt: end.map(StoredText.date), expiresFrom: try row.decode(atIndex: own + 11),
          daysLeft: try row.decode(atIndex: own + 12),
          thumbprintSHA1: try row.decode(atIndex: own + 13),
          thumbprintSHA256: try row.decode(atIndex: own + 14), findings: findings))
    }
  }

  private func forEach(
    _ sql: String, _ arguments: StatementArguments, _ body: (Row, [Finding]) throws -> Void
  ) throws {
    try read { db in
      let findings = try FindingReader(db, run: rowID)
      let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
      while let row = try rows.next() {
        try body(row, try findings.of(subject: try ObservationColumns.subject(row)))
      }
    }
  }

  /// Reentrant, because a report may ask for the totals while it is lent a row.
  private func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try snapshot.unsafeReentrantRead(body)
    } catch {
      // What the lent closure throws is its own and passes.
      throw StoreError(error, path: store.path) ?? error
    }
  }
}
