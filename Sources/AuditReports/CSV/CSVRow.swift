import CredentialAudit

/// One row of `findings.csv`: its subject's cells, then its finding's, then its run's.
struct CSVRow {
  /// The columns in their order, which is part of the format.
  private enum Column: Int, CaseIterable {
    case record
    case tenant
    case authority
    case application
    case credential
    case clientID
    case tenantID
    case kind
    case cloud
    case owner
    case runbook
    case tags
    case subjectVerdict
    case change
    case expiresAt
    case expiresFrom
    case daysLeft
    case thumbprintSHA1
    case thumbprintSHA256
    case check
    case verdict
    case code
    case `class`
    case summary
    case cause
    case fix
    case evidence
    case retryable
    case suppressedReason
    case suppressedOwner
    case suppressedUntil
    case runID
    case runStartedAt
    case runComplete
    case runOffline
  }

  /// The columns' names, in the same order.
  static let header =
    "record,tenant,authority,application,credential,client_id,tenant_id,kind,cloud,owner,runbook,tags,"
    + "subject_verdict,change,expires_at,expires_from,days_left,thumbprint_sha1,thumbprint_sha256,"
    + "check,verdict,code,class,summary,cause,fix,evidence,retryable,suppressed_reason,"
    + "suppressed_owner,suppressed_until,run_id,run_started_at,run_complete,run_offline\r\n"

  private var cells = [String](repeating: "", count: Column.allCases.count)

  init(run: AuditRun, notice: RunNotice) {
    self.init(run: run, record: "notice")
    set(.code, notice.code)
    set(.summary, notice.message)
  }

  init(run: AuditRun, authority: AuthorityRecord) {
    self.init(run: run, record: "authority")
    set(.tenant, authority.tenant)
    set(.authority, authority.authority)
    set(.tenantID, authority.tenantID)
    set(.kind, authority.kind)
    set(.cloud, authority.cloud)
    set(.owner, authority.owner)
    set(.tags, authority.tags.joined(separator: " "))
    set(.subjectVerdict, authority.verdict.rawValue)
    set(.change, authority.change.rawValue)
  }

  init(run: AuditRun, credential: CredentialRecord) {
    self.init(run: run, record: "credential")
    set(.tenant, credential.tenant)
    set(.application, credential.application)
    set(.credential, credential.credential)
    set(.clientID, credential.clientID)
    set(.kind, credential.kind)
    set(.owner, credential.owner)
    set(.runbook, credential.runbook)
    set(.tags, credential.tags.joined(separator: " "))
    set(.subjectVerdict, credential.verdict.rawValue)
    set(.change, credential.change.rawValue)
    set(.expiresAt, credential.expiresAt?.rfc3339)
    set(.expiresFrom, credential.expiresFrom)
    cells[Column.daysLeft.rawValue] = CSVField.number(credential.daysLeft)
    set(.thumbprintSHA1, credential.thumbprintSHA1)
    set(.thumbprintSHA256, credential.thumbprintSHA256)
  }

  private init(run: AuditRun, record: String) {
    set(.record, record)
    set(.runID, run.id)
    set(.runStartedAt, run.startedAt.rfc3339)
    set(.runComplete, String(run.complete))
    set(.runOffline, String(run.offline))
  }

  /// Makes it this finding's row.
  mutating func set(_ finding: Finding) {
    set(.check, finding.check.rawValue)
    set(.verdict, finding.verdict.rawValue)
    set(.code, finding.code)
    set(.class, finding.class)
    set(.summary, finding.summary)
    set(.cause, finding.cause)
    set(.fix, finding.fix)
    let evidence = finding.evidence.items.map { item in
      "\(item.name)=\(PrintableText.clean(item.value, maximum: 500))"
    }
    set(.evidence, evidence.joined(separator: "; "))
    set(.retryable, String(finding.retryable))
    set(.suppressedReason, finding.suppressed?.reason)
    set(.suppressedOwner, finding.suppressed?.owner)
    set(.suppressedUntil, finding.suppressed?.until)
  }

  /// Writes the row as it stands in the file, its end included.
  func write(to stream: ByteStream) throws {
    try stream.write { bytes in
      for (place, cell) in cells.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += cell.utf8
      }
      bytes += "\r\n".utf8
    }
  }

  private mutating func set(_ column: Column, _ text: String?) {
    cells[column.rawValue] = CSVField.text(text)
  }
}
