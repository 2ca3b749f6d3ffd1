import CredentialAudit
import EntraIdentity

/// Everything in a plan, looked at without network: in the plan's order.
struct OfflineLook {
  private let plan: AuditPlan
  private let judge: Judge
  private let reader: SecretReader
  private let platform: HostPlatform
  private let time: any TimeSource

  init(
    _ plan: AuditPlan, judge: Judge, reader: SecretReader, platform: HostPlatform,
    time: any TimeSource
  ) {
    self.plan = plan
    self.judge = judge
    self.reader = reader
    self.platform = platform
    self.time = time
  }

  /// Each subject's findings of what is not in order.
  func troubles() async -> [(subject: String, finding: Finding)] {
    let prober = Prober(
      transport: NoTransport(), time: time, settings: plan.settings, reader: reader,
      platform: platform, product: .credaudit, startedAt: time.now, isOffline: true)
    var troubles: [(subject: String, finding: Finding)] = []
    await prober.lookOffline(at: plan, survey: judge.survey) { observation in
      switch observation {
      case .authority(let seen):
        troubles += judge.troubles(of: seen).map { (seen.tenant.name, $0) }
      case .credential(let seen):
        troubles += judge.troubles(of: seen).map { (seen.planned.subject, $0) }
      // A directory is not read without the network.
      case .entry: break
      }
    }
    return troubles
  }
}
