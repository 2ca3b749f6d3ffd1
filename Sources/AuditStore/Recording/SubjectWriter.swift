import CredentialAudit
import Foundation
import GRDB

/// Writes subjects of one run, inside one transaction.
struct SubjectWriter {
  let db: Database
  private let shared: SharedRows
  private let runID: String
  private let rowID: Int64
  private let offline: Bool
  /// All that a run sees is dated by its start: one run, one moment.
  private let start: Date

  init(db: Database, run: AuditRun, rowID: Int64) {
    self.db = db
    shared = SharedRows(db)
    self.rowID = rowID
    runID = run.id
    offline = run.offline
    // As exact as the tables keep it, so that what is compared is what is stored.
    start = StoredText.date(StoredText.encode(run.startedAt))
  }

  func write(_ record: SubjectRecord) throws {
    var subject = record
    let known = try SubjectRow.find(subject.name, db)
    let id = try known ?? SubjectRow.insert(subject.name, at: StoredText.encode(start), db)
    // Of a subject that is new to the tables there is nothing else in them.
    let before = known == nil ? nil : try Standing.of(subject: id, db)
    let isLook = !offline && subject.verdict != .skipped
    let last = isLook ? before.flatMap { $0.isComparable ? $0 : nil } : nil
    if let marks = last?.marks { subject = try subject.keepingEnd(of: marks, at: start) }
    let texts = EvidenceTexts(of: subject.findings)
    let found =
      known == nil
      ? (known: [], earlier: []) : try findings(of: id, last: last, texts: texts)
    if isLook {
      subject.findings = FindingComparison(with: found.earlier, at: start)
        .judged(subject.findings, unknownFor: subject.unknownFor)
    }
    let change = Change.decided(
      verdict: subject.verdict, code: subject.code, marks: subject.marks, offline: offline,
      known: known != nil,
      standing: before)
    let description = try SubjectRow.describe(id, subject.description, isNew: known == nil, db)
    let after = Standing.after(subject, run: rowID, at: start, offline: offline, before: before)
    try ObservationRow(
      run: rowID, subject: id, verdict: subject.verdict, change: change, description: description,
      suppressed: subject.isSuppressed, daysLeft: subject.daysLeft,
      course: isLook ? after?.past.course : nil,
      priority: try subject.priority(change: change, knownRoles: before?.knownRoles),
      file: try subject.location.map { try shared.file($0.file) }, location: subject.location,
      roleSet: try subject.rolesText.map(shared.roleSet)
    ).insert(db)
    let writer = FindingWriter(
      db: db, shared: shared, run: rowID, subject: id, known: found.known, texts: texts)
    for (position, finding) in subject.findings.enumerated() {
      try writer.write(finding, position: position)
    }
    try after?.store(
      subject: id, authority: description.authority, credential: description.credential, db)
    if isLook {
      try remember(change, subject, id: id, before: last, credential: description.credential)
    }
  }

  /// What the last runs found: of the last run with this subject, whatever it was, the rows that may
  /// be pointed at again; of the last live look what is compared. Mostly that is one run.
  private func findings(
    of id: Int64, last: Standing?, texts: EvidenceTexts
  ) throws -> (known: [StoredFinding], earlier: [EarlierFinding]) {
    let newest = try db.id(
      "SELECT run_id FROM observation WHERE subject_id = ? ORDER BY run_id DESC LIMIT 1", [id])
    let known = try newest.map { try StoredFinding.of(subject: id, run: $0, db) } ?? []
    guard let last, let run = last.run else { return (known, []) }
    let looked = run == newest ? known : try StoredFinding.of(subject: id, run: run, db)
    return (
      run == newest ? known : known + looked,
      try looked.compactMap { try $0.earlier(lookedAt: last.lookedAt, texts: texts) }
    )
  }

  /// One row of the subject's life, where there is something to tell: a refusal with another code is
  /// news even where the verdict is the same.
  private func remember(
    _ change: Change, _ subject: SubjectRecord, id: Int64, before: Standing?, credential: Int64?
  ) throws {
    let hasOtherCode = subject.verdict != .pass && before?.code != subject.code
    guard change != .unchanged || hasOtherCode else { return }
    try VerdictChangeRow(
      subject: id, run: runID, at: StoredText.encode(start), change: change,
      before: before.map { VerdictChangeRow.Said(verdict: $0.verdict, code: $0.code) },
      now: VerdictChangeRow.Said(verdict: subject.verdict, code: subject.code),
      credential: credential
    ).insert(db)
  }
}
