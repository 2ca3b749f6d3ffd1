import CredentialAudit

/// Whose a result is, be it an authority or a credential.
struct SARIFSubject {
  let name: String
  let kind: String
  let location: SourceLocation?
  let owner: String?
  let runbook: String?
  let change: Change
  let findings: [Finding]
  private let identity: SubjectName

  init(_ authority: AuthorityRecord) {
    name = "\(authority.tenant)/authority"
    kind = "authority"
    location = authority.location
    owner = authority.owner
    runbook = nil
    change = authority.change
    findings = authority.findings
    identity = authority.name
  }

  init(_ credential: CredentialRecord) {
    name = credential.subject
    kind = "credential"
    location = credential.location
    owner = credential.owner
    runbook = credential.runbook
    change = credential.change
    findings = credential.findings
    identity = credential.name
  }

  /// One for each finding, in their order.
  var fingerprints: [String] { findings.fingerprints(of: identity) }
}
