import CredentialAudit

/// What `audit --plan` says.
struct PlanSummary {
  private let plan: AuditPlan
  private let isOffline: Bool

  init(_ plan: AuditPlan, isOffline: Bool) {
    self.plan = plan
    self.isOffline = isOffline
  }

  func print() throws {
    let subjects =
      plan.authorityCount.of("authority", "authorities") + " and "
      + plan.credentialCount.of("credential")
    let lines =
      isOffline
      ? ["\(subjects) would be looked at offline: nobody would be asked."]
      : ["\(subjects) would be looked at; nothing was sent."] + requests
    try Surroundings.current.console.write(lines.joined(separator: "\n") + "\n")
  }

  private var requests: [String] {
    let estimate = PlanEstimate(plan)
    var lines = estimate.hosts.map {
      var parts: [String] = []
      // Graph's hosts are asked for nothing but directories.
      if $0.directories == 0 || $0.documents + $0.tokens > 0 {
        parts = [$0.documents.of("document"), $0.tokens.of("token")]
      }
      if $0.directories > 0 {
        parts.append("at least \($0.directories.of("page")) of directories")
      }
      return "  \($0.name): " + parts.joined(separator: ", ")
    }
    if estimate.identityTokens > 0 {
      lines.append("  this machine's platform: \(estimate.identityTokens.of("token"))")
    }
    if estimate.unaskedAuthorities > 0 {
      lines.append(
        "  \(estimate.unaskedAuthorities.of("authority", "authorities")) would not be asked: the URL "
          + "is refused, or nobody may vouch for the host")
    }
    let seconds = max(1, estimate.duration(plan.settings).components.seconds)
    lines.append(
      "\(estimate.requests.of("request")) without repeats, about \(seconds) s at the least.")
    return lines
  }
}
