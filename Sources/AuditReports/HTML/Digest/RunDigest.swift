import CredentialAudit
import Foundation

/// What the page says before its rows, gathered in one reading: totals, weeks, the first few of each
/// kind, and a count for each tenant, owner and tag. Nothing else is kept, however large the run.
struct RunDigest {
  private(set) var changes = ChangeDigest()
  private(set) var timeline: ExpiryTimeline
  private(set) var tenants = SubjectTally()
  private(set) var owners = SubjectTally()
  private(set) var tags = SubjectTally()
  private(set) var kinds = SubjectTally()

  private var budget: RowBudget

  /// Of a run that began at a moment, before its subjects are read.
  init(from start: Date, summary: RunSummary) {
    timeline = ExpiryTimeline(from: start)
    budget = RowBudget(for: summary)
  }

  mutating func add(_ authority: AuthorityRecord) {
    changes.add(authority, hasRow: budget.admits(authority))
    count(
      authority.tenant, authority.owner, authority.tags, SubjectRow.authorityKind,
      authority.verdict, authority.findings)
  }

  mutating func add(_ credential: CredentialRecord) {
    let hasRow = budget.admits(credential)
    changes.add(credential, hasRow: hasRow)
    timeline.add(credential, hasRow: hasRow)
    count(
      credential.tenant, credential.owner, credential.tags, SubjectRow.kind(of: credential),
      credential.verdict, credential.findings)
  }

  private mutating func count(
    _ tenant: String, _ owner: String?, _ tags: [String], _ kind: String, _ verdict: Verdict,
    _ findings: [Finding]
  ) {
    tenants.add(tenant, verdict, findings)
    owners.add(owner ?? SubjectRow.noOwner, verdict, findings)
    for tag in tags { self.tags.add(tag, verdict, findings) }
    kinds.add(kind, verdict, findings)
  }
}
