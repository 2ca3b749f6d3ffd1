package import EntraIdentity
package import Foundation

/// Looks at everything in a plan: bounded, within each host's share and the run's deadline. Nothing
/// that goes wrong ends the run; a failure is an observation like any other.
package final class Prober: Sendable {
  let transport: any HTTPTransport
  let time: any TimeSource
  let settings: NetworkSettings
  package let reader: SecretReader
  package let platform: HostPlatform
  let product: ProductIdentity
  let startedAt: Date
  let isOffline: Bool
  package let gate: RequestGate
  /// What the requests to services taught about the way and the clocks; the platform, which may be
  /// asked without TLS, is not watched.
  package let watch: NetworkWatch
  let platformGate: RequestGate
  let keySets: ReadKeySets
  let trials: TrialShare
  let directories = DirectoryShare(room: 4)
  let issuers: IssuerProbe

  package init(
    transport: any HTTPTransport, time: any TimeSource, settings: NetworkSettings,
    reader: SecretReader, platform: HostPlatform, product: ProductIdentity, startedAt: Date,
    isOffline: Bool
  ) {
    let watch = NetworkWatch()
    self.watch = watch
    self.transport = WatchedTransport(base: transport, watch: watch, time: time)
    self.time = time
    self.settings = settings
    self.reader = reader
    self.platform = platform
    self.product = product
    self.startedAt = startedAt
    self.isOffline = isOffline
    let deadline = startedAt + settings.deadline / .seconds(1)
    let gate = RequestGate(settings: settings, time: time, deadline: deadline)
    let keySets = ReadKeySets()
    self.gate = gate
    self.keySets = keySets
    issuers = IssuerProbe(
      transport: transport, time: time, settings: settings, keySets: keySets, deadline: deadline)
    platformGate = RequestGate(settings: settings.ofPlatform, time: time, deadline: deadline)
    trials = TrialShare(room: 2 * settings.concurrency)
  }

  /// Authorities under way for each request in flight: those that wait, for a throttled tenant's
  /// time or between attempts at a dead host, must not keep the rest from being looked at.
  private static let waitingShare = 4

  /// When the whole run must have ended.
  package var deadline: Date { startedAt + settings.deadline / .seconds(1) }

  /// Starts looking.
  package func look(at plan: AuditPlan, survey: SourceSurvey) -> Looking {
    Looking { queue in
      let groups = Turns(plan.groups)
      let most = max(1, self.settings.concurrency) * Self.waitingShare
      await withTaskGroup(of: Void.self) { window in
        for number in 0..<min(most, plan.groups.count) {
          window.addTask(executorPreference: EventLoopExecutor.one(number)) {
            while !Task.isCancelled, let group = groups.next() {
              let probe = AuthorityProbe(
                prober: self, group: group, survey: survey, filter: plan.filter)
              await self.run(probe) { await queue.yield($0) }
            }
          }
        }
      }
    }
  }

  private func run(
    _ probe: AuthorityProbe, _ emit: @escaping @Sendable (AuditObservation) async -> Void
  ) async {
    guard probe.readsDirectory else { return await probe.run(emit) }
    // Between its questions, a directory's reading works for too long for an event loop.
    await withTaskExecutorPreference(globalConcurrentExecutor) { await probe.run(emit) }
  }
}
