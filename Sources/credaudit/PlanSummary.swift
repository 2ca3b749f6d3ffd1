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
      plan.authorityCount.of("authority", "authorities") + " and "
        + plan.credentialCount.of("credential") + " would be looked at; nothing was sent.\n"
    )
    for host in estimate.hosts {
      console.write(
        "  \(host.name): \(host.documents.of("document")), \(host.tokens.of("token"))\n")
    }
    if estimate.identityTokens > 0 {
      console.write("  this machine's platform: \(estimate.identityTokens.of("token"))\n")
    }
    if estimate.refusedAuthorities > 0 {
      console.write(
        "  \(estimate.refusedAuthorities) authorities are refused by their URL and would not be asked\n"
      )
    }
    let seconds = estimate.duration(plan.settings).components.seconds
    console.write(
      "\(estimate.requests.of("request")) without repeats, about \(max(1, seconds)) s at the least.\n"
    )
  }
}
