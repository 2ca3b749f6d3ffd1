import CredentialAudit
import Foundation
import GRDB

/// What the two kinds of record have in common, as it goes into the tables.
struct SubjectRecord {
  /// The columns of a description, in the schema's order.
  enum Description {
    case authority([(any DatabaseValueConvertible)?])
    case credential([(any DatabaseValueConvertible)?])
  }

  let name: SubjectName
  /// Worst first.
  var findings: [Finding]
  let unknownFor: Days
  let location: SourceLocation?
  let daysLeft: Int?
  /// What its token told, as the tables have it; nil where none did.
  let rolesText: String?
  let marks: RotationMarks
  let description: Description
  /// What a priority is judged by; nil for an authority.
  private let credential: CredentialRecord?

  init(_ record: AuthorityRecord) {
    name = record.name
    findings = record.findings
    unknownFor = record.unknownFor
    location = record.location
    daysLeft = nil
    rolesText = nil
    marks = RotationMarks()
    credential = nil
    description = .authority([
      record.authority, record.kind, record.cloud, record.tenantID, record.owner,
      StoredText.encode(record.tags),
    ])
  }

  init(_ record: CredentialRecord) {
    name = record.name
    findings = record.findings
    unknownFor = record.unknownFor
    location = record.location
    daysLeft = record.daysLeft
    rolesText = record.roles.map(StoredText.encode)
    credential = record
    let end = record.expiresAt.map(StoredText.encode)
    marks = RotationMarks(
      source: record.source, thumbprint: record.thumbprintSHA256,
      end: end.flatMap { end in
        record.expiresFrom.map { RotationMarks.End(at: end, from: $0) }
      })
    description = .credential([
      record.clientID, record.kind, record.source, record.owner, record.runbook,
      StoredText.encode(record.tags), end, record.expiresFrom, record.thumbprintSHA1,
      record.thumbprintSHA256,
    ])
  }

  /// The same with the end that its directory told last, where that comes first and the directory was
  /// not read this time: a night without it moves no end to a later day.
  func keepingEnd(of before: RotationMarks, at start: Date) throws -> SubjectRecord {
    guard var credential, let told = before.end,
      told.from == CredentialEnd.Source.directory.rawValue,
      marks.source == before.source,
      findings.contains(where: { $0.code == CodeMeaning.directoryNotRead }),
      marks.end.map({ told.at < $0.at }) ?? true
    else { return self }
    let end = StoredText.date(told.at)
    credential.keepEnd(end, from: .directory, daysLeft: end.daysLeft(from: start))
    return SubjectRecord(credential)
  }

  /// Of the worst finding, as the code is.
  var verdict: Verdict { findings.first?.verdict ?? .skipped }

  var code: String { findings.first?.code ?? "" }

  /// Whether all that is wrong is answered for: the summary's own rule.
  var isSuppressed: Bool {
    var counts = RunSummary.Counts()
    counts.count(verdict, findings: findings)
    return counts.suppressed == 1
  }

  /// Where it stands among those of its verdict, as it is recorded; 0 for an authority. A night that
  /// gave no token does not make it do less: then the roles count that were known before.
  func priority(change: Change, knownRoles: String?) throws -> Int {
    guard var credential else { return 0 }
    credential.change = change
    credential.findings = findings
    let roles = try credential.roles ?? knownRoles.map(StoredText.list)
    return Priority(of: credential, roles: roles).rank
  }
}
