import CredentialAudit

/// What a check says of a finding, whatever its subject, as it stands in the columns.
struct Diagnosis: Hashable {
  let check: String
  let verdict: String
  let code: String
  let `class`: String?
  let cause: String?
  let fix: String?
  let retryable: Bool

  init(_ finding: Finding) {
    check = finding.check.rawValue
    verdict = finding.verdict.rawValue
    code = finding.code
    `class` = finding.class
    cause = finding.cause
    fix = finding.fix
    retryable = finding.retryable
  }
}
