import CredentialAudit

/// What `audit --plan` says.
struct PlanSummary {
  private let plan: AuditPlan

  init(_ plan: AuditPlan) {
    self.plan = plan
  }

  func print() {
    let console = Surroundings.current.console
    let estimate = PlanEstimate(plan)
    console.write(
      "\(plan.authorityCount) authorities and \(plan.credentialCount) credentials would be looked at; nothing was sent.\n"
    )
    for host in estimate.hosts {
      console.write("  \(host.name): \(host.documents) documents, \(host.tokens) tokens\n")
    }
    if estimate.refusedAuthorities > 0 {
      console.write(
        "  \(estimate.refusedAuthorities) authorities are refused by their URL and would not be asked\n"
      )
    }
    let seconds = estimate.duration(plan.settings).components.seconds
    console.write(
      "\(estimate.requests) requests without repeats, about \(max(1, seconds)) s at the least.\n")
  }
}
