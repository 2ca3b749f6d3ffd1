package import CredentialAudit
import Foundation
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
      let sql = "SELECT code, message FROM run_notice WHERE run_id = ? ORDER BY position"
      return try Row.fetchAll(db, sql: sql, arguments: [rowID]).map {
        RunNotice(code: try $0.decode(atIndex: 0), message: try $0.decode(atIndex: 1))
      }
    }
  }

  package func summary() throws -> RunSummary {
    try read { db in
      var summary = RunSummary()
      let sql = """
        SELECT credential_description_id IS NULL, suppressed, verdict, count(*)
        FROM observation WHERE run_id = ? GROUP BY 1, 2, 3
        """
      let rows = try Row.fetchCursor(db, sql: sql, arguments: [rowID])
      while let row = try rows.next() {
        let counts: WritableKeyPath<RunSummary, RunSummary.Counts> =
          try row.decode(atIndex: 0) ? \.authorities : \.credentials
        let verdict: Verdict = try StoredText.word(try row.decode(atIndex: 2))
        let suppressed: Bool = try row.decode(atIndex: 1)
        let place = suppressed ? \RunSummary.Counts.suppressed : verdict.count
        let number: Int = try row.decode(atIndex: 3)
        summary[keyPath: counts].total += number
        summary[keyPath: counts][keyPath: place] += number
      }
      return summary
    }
  }

  package func forEachAuthority(_ body: (AuthorityRecord) throws -> Void) throws {
    let sql = """
      SELECT o.subject_id, o.change, s.tenant, d.authority, d.kind, d.cloud, d.tenant_id, d.owner,
        d.tags
      FROM observation o
      JOIN subject s ON s.id = o.subject_id
      JOIN authority_description d ON d.id = o.authority_description_id
      WHERE o.run_id = ? ORDER BY s.tenant
      """
    try forEach(sql) { row, findings in
      try body(
        AuthorityRecord(
          tenant: try row.decode(forColumn: "tenant"),
          authority: try row.decode(forColumn: "authority"),
          kind: try row.decode(forColumn: "kind"), cloud: try row.decode(forColumn: "cloud"),
          tenantID: try row.decode(forColumn: "tenant_id"),
          tags: try StoredText.list(try row.decode(forColumn: "tags")),
          owner: try row.decode(forColumn: "owner"),
          change: try StoredText.word(try row.decode(forColumn: "change")), findings: findings))
    }
  }

  package func forEachCredential(_ body: (CredentialRecord) throws -> Void) throws {
    let sql = """
      SELECT o.subject_id, o.change, o.days_left, s.tenant, s.application, s.credential,
        d.client_id, d.kind, d.source, d.owner, d.runbook, d.tags, d.expires_at, d.expires_from,
        d.thumbprint_sha1, d.thumbprint_sha256
      FROM observation o
      JOIN subject s ON s.id = o.subject_id
      JOIN credential_description d ON d.id = o.credential_description_id
      WHERE o.run_id = ?
      ORDER BY
        CASE o.verdict WHEN 'critical' THEN 0 WHEN 'unknown' THEN 1 WHEN 'warning' THEN 2
          WHEN 'pass' THEN 3 ELSE 4 END,
        d.expires_at IS NULL, d.expires_at, s.tenant, s.application, s.credential
      """
    try forEach(sql) { row, findings in
      let end: Int64? = try row.decode(forColumn: "expires_at")
      try body(
        CredentialRecord(
          tenant: try row.decode(forColumn: "tenant"),
          application: try row.decode(forColumn: "application"),
          credential: try row.decode(forColumn: "credential"),
          clientID: try row.decode(forColumn: "client_id"),
          kind: try row.decode(forColumn: "kind"), source: try row.decode(forColumn: "source"),
          owner: try row.decode(forColumn: "owner"), runbook: try row.decode(forColumn: "runbook"),
          tags: try StoredText.list(try row.decode(forColumn: "tags")),
          change: try StoredText.word(try row.decode(forColumn: "change")),
          expiresAt: end.map(StoredText.date),
          expiresFrom: try row.decode(forColumn: "expires_from"),
          daysLeft: try row.decode(forColumn: "days_left"),
          thumbprintSHA1: try row.decode(forColumn: "thumbprint_sha1"),
          thumbprintSHA256: try row.decode(forColumn: "thumbprint_sha256"), findings: findings))
    }
  }

  private func forEach(_ sql: String, _ body: (Row, [Finding]) throws -> Void) throws {
    try read { db in
      let findings = try FindingReader(db, run: rowID)
      let rows = try Row.fetchCursor(db, sql: sql, arguments: [rowID])
      while let row = try rows.next() {
        try body(row, try findings.of(subject: try row.decode(atIndex: 0)))
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

extension Verdict {
  fileprivate var count: WritableKeyPath<RunSummary.Counts, Int> {
    switch self {
    case .critical: \.critical
    case .unknown: \.unknown
    case .warning: \.warning
    case .pass: \.pass
    case .skipped: \.skipped
    }
  }
}
