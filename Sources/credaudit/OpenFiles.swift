import CredentialAudit
import Foundation

/// How many files this process may have open, connections among them.
enum OpenFiles {
  /// Raises the soft limit as far as is wanted and the hard one allows; it is never lowered.
  /// - Parameter wanted: How many a run wants.
  /// - Returns: How many may be open now.
  static func allow(_ wanted: Int) -> Int {
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    var limit = rlimit()
    // Nobody knows a machine where this fails; POSIX promises so many at the least.
    guard getrlimit(resource, &limit) == 0 else { return 20 }
    let target = min(limit.rlim_max, rlim_t(max(0, wanted)))
    if limit.rlim_cur < target {
      var raised = rlimit(rlim_cur: target, rlim_max: limit.rlim_max)
      if setrlimit(resource, &raised) == 0 { limit = raised }
    }
    return Int(clamping: limit.rlim_cur)
  }
}

extension DescriptorBudget {
  /// What a plan gets on a machine.
  init(_ plan: AuditPlan, on machine: LocalMachine) {
    let requests = PlanEstimate(plan).hosts.map(\.requests)
    let wanted = Self.wanted(for: plan.settings, requests: requests)
    self.init(
      limit: machine.allowOpenFiles(wanted), for: plan.settings, requests: requests)
  }
}
