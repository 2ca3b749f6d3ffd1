import CredentialAudit
import GRDB

/// Writes subjects of one run, inside one transaction.
struct SubjectWriter {
  let db: Database
  private let runID: String
  private let rowID: Int64
  private let offline: Bool
  /// All that a run sees is dated by its start: one run, one moment.
  private let at: Int64

  init(db: Database, run: AuditRun, rowID: Int64) {
    self.db = db
    self.rowID = rowID
    runID = run.id
    offline = run.offline
    at = StoredText.encode(run.startedAt)
  }

  func write(_ subject: SubjectRecord) throws {
    let known = try find(subject)
    let id = try known ?? insert(subject)
    let before = try Standing.of(subject: id, db)
    let change = Change.decided(
      verdict: subject.verdict, marks: subject.marks, offline: offline, known: known != nil,
      standing: before)
    let (authority, credential) = try describe(subject, id: id)
    let previousRun = try db.id(
      "SELECT run_id FROM observation WHERE subject_id = ? ORDER BY run_id DESC LIMIT 1", [id])
    try db.run(
      """
      INSERT INTO observation (run_id, subject_id, verdict, change, suppressed, days_left,
        authority_description_id, credential_description_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        rowID, id, subject.verdict.rawValue, change.rawValue, subject.isSuppressed,
        subject.daysLeft, authority, credential,
      ])
    let writer = FindingWriter(db: db, run: rowID, subject: id, previousRun: previousRun)
    for (position, finding) in subject.findings.enumerated() {
      try writer.write(finding, position: position)
    }
    guard
      let after = Standing.after(subject, at: at, offline: offline, before: before)
    else { return }
    try after.store(
      subject: id, run: rowID, at: at, authority: authority, credential: credential, db)
    if !offline {
      try remember(change, subject, id: id, before: before, credential: credential)
    }
  }

  private func find(_ subject: SubjectRecord) throws -> Int64? {
    guard let application = subject.application else {
      return try db.id(
        "SELECT id FROM subject WHERE kind = 'authority' AND tenant = ?", [subject.tenant])
    }
    return try db.id(
      """
      SELECT id FROM subject
      WHERE kind = 'credential' AND tenant = ? AND application = ? AND credential = ?
      """, [subject.tenant, application, subject.credential])
  }

  private func insert(_ subject: SubjectRecord) throws -> Int64 {
    try db.run(
      """
      INSERT INTO subject (kind, tenant, application, credential, first_seen_at)
      VALUES (?, ?, ?, ?, ?)
      """, [subject.kind, subject.tenant, subject.application, subject.credential, at])
    return db.lastInsertedRowID
  }

  /// The row that says the same of this subject, be it from long ago, or a new one.
  private func describe(
    _ subject: SubjectRecord, id: Int64
  ) throws -> (authority: Int64?, credential: Int64?) {
    switch subject.description {
    case .authority(let values):
      let columns = ["authority", "kind", "cloud", "tenant_id", "owner", "tags"]
      return (try describe(id, in: "authority_description", columns, values), nil)
    case .credential(let values):
      let columns = [
        "client_id", "kind", "source", "owner", "runbook", "tags", "expires_at", "expires_from",
        "thumbprint_sha1", "thumbprint_sha256",
      ]
      return (nil, try describe(id, in: "credential_description", columns, values))
    }
  }

  private func describe(
    _ id: Int64, in table: String, _ columns: [String], _ values: [(any DatabaseValueConvertible)?]
  ) throws -> Int64 {
    let arguments = StatementArguments([id] + values)
    let same = columns.map { "\($0) IS ?" }.joined(separator: " AND ")
    if let found = try db.id(
      "SELECT id FROM \(table) WHERE subject_id = ? AND \(same) LIMIT 1", arguments)
    {
      return found
    }
    let places = Array(repeating: "?", count: columns.count + 1).joined(separator: ", ")
    let names = columns.joined(separator: ", ")
    try db.run("INSERT INTO \(table) (subject_id, \(names)) VALUES (\(places))", arguments)
    return db.lastInsertedRowID
  }

  /// One row of the subject's life, where there is something to tell: a refusal with another code is
  /// news even where the verdict is the same.
  private func remember(
    _ change: Change, _ subject: SubjectRecord, id: Int64, before: Standing?, credential: Int64?
  ) throws {
    let live = before.flatMap { $0.offline ? nil : $0 }
    let otherCode = subject.verdict != .pass && live?.code != subject.code
    guard change != .unchanged || otherCode else { return }
    try db.run(
      """
      INSERT INTO verdict_change (subject_id, run, at, change, old_verdict, old_code, verdict, code,
        credential_description_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        id, runID, at, change.rawValue, live?.verdict.rawValue, live?.code,
        subject.verdict.rawValue, subject.code, credential,
      ])
  }
}
