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

  /// Each subject's findings of what is not in order. What is, is let go as soon as it is judged: there
  /// may be a hundred thousand of it.
  func troubles() async -> [(subject: String, finding: Finding)] {
    let prober = Prober(
      transport: NoTransport(), time: time, settings: plan.settings, reader: reader,
      platform: platform, product: .credaudit, startedAt: time.now, isOffline: true)
    var bySubject: [String: [Finding]] = [:]
    for await observation in prober.look(at: plan, survey: judge.survey).observations {
      let (subject, findings): (String, [Finding])
      switch observation {
      case .authority(let seen):
        (subject, findings) = (seen.tenant.name, judge.judge(seen).findings)
      case .credential(let seen):
        (subject, findings) = (seen.planned.subject, judge.judge(seen).findings)
      // A directory is not read without the network.
      case .entry: continue
      }
      let troubles = findings.filter(\.verdict.isTrouble)
      if !troubles.isEmpty { bySubject[subject] = troubles }
    }
    let subjects = plan.groups.flatMap(\.tenants).flatMap { planned in
      [planned.tenant.name] + planned.credentials.map(\.subject)
    }
    return subjects.flatMap { subject in
      (bySubject[subject] ?? []).map { (subject, $0) }
    }
  }
}
