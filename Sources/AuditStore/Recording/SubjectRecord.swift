import CredentialAudit
import GRDB

/// What the two kinds of record have in common, as it goes into the tables.
struct SubjectRecord {
  /// The columns of a description, in the schema's order.
  enum Description {
    case authority([(any DatabaseValueConvertible)?])
    case credential([(any DatabaseValueConvertible)?])
  }

  let tenant: String
  /// Nil for an authority, as is the credential.
  let application: String?
  let credential: String?
  let verdict: Verdict
  let findings: [Finding]
  let daysLeft: Int?
  let marks: RotationMarks
  let description: Description

  init(_ record: AuthorityRecord) throws {
    tenant = record.tenant
    application = nil
    credential = nil
    verdict = record.verdict
    findings = record.findings
    daysLeft = nil
    marks = RotationMarks()
    description = .authority([
      record.authority, record.kind, record.cloud, record.tenantID, record.owner,
      try StoredText.encode(record.tags),
    ])
  }

  init(_ record: CredentialRecord) throws {
    tenant = record.tenant
    application = record.application
    credential = record.credential
    verdict = record.verdict
    findings = record.findings
    daysLeft = record.daysLeft
    let end = record.expiresAt.map(StoredText.encode)
    marks = RotationMarks(
      source: record.source, thumbprint: record.thumbprintSHA256,
      end: end.flatMap { end in
        record.expiresFrom.map { RotationMarks.End(at: end, from: $0) }
      })
    description = .credential([
      record.clientID, record.kind, record.source, record.owner, record.runbook,
      try StoredText.encode(record.tags), end, record.expiresFrom, record.thumbprintSHA1,
      record.thumbprintSHA256,
    ])
  }

  var kind: String { application == nil ? "authority" : "credential" }

  /// The code of the worst finding.
  var code: String { findings.first?.code ?? "" }

  /// Whether all that is wrong is answered for: the summary's own rule.
  var isSuppressed: Bool {
    var counts = RunSummary.Counts()
    counts.count(verdict, findings: findings)
    return counts.suppressed == 1
  }
}
