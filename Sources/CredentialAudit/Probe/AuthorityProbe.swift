import EntraIdentity

/// Looks at one authority and then at every credential that is to be tried there.
struct AuthorityProbe: Sendable {
  private let prober: Prober
  private let group: PlannedAuthority
  private let survey: SourceSurvey
  private let reading: AuthorityReading

  /// Credentials of one tenant that are tried at the same time: the rest of the window is for other
  /// tenants, so that none sees a burst.
  private static let triedAtOnce = 8

  init(prober: Prober, group: PlannedAuthority, survey: SourceSurvey) {
    self.prober = prober
    self.group = group
    self.survey = survey
    reading = group.reading
  }

  func run(_ emit: @escaping @Sendable (AuditObservation) async -> Void) async {
    let transport = GatedTransport(
      prober.transport, gate: prober.gate, tenant: group.key.authority,
      timeout: prober.settings.timeout)
    let resolver = AuthorityResolver(
      transport: transport, time: prober.time, retry: retry, deadline: prober.deadline,
      keySets: prober.keySets)
    let examination = await examine(with: resolver)
    guard !Task.isCancelled else { return }
    for planned in group.tenants {
      await emit(
        .authority(
          AuthorityObservation(
            tenant: planned.tenant, reading: reading, examination: examination,
            isOffline: prober.isOffline,
            scopes: Self.scopes(of: planned.tenant),
            clock: reading.authority.flatMap { prober.watch.clock(of: $0.host) })))
    }
    let keys = KeyRefresh(resolver: resolver)
    let state = state(after: examination)
    await withTaskGroup(of: Void.self) { window in
      var running = 0
      for planned in group.tenants.lazy.flatMap(\.credentials) {
        while running == Self.triedAtOnce || !prober.trials.take(running: running),
          await window.next() != nil
        { running -= 1 }
        guard !Task.isCancelled else {
          prober.trials.giveBack()
          break
        }
        window.addTask {
          defer { prober.trials.giveBack() }
          let probe = CredentialProbe(
            prober: prober, planned: planned, survey: survey, transport: transport, retry: retry,
            keys: keys)
          let observation = await probe.observe(at: state)
          // What was cut short by the end of the run was not looked at, and leaves no trace.
          if !Task.isCancelled { await emit(.credential(observation)) }
        }
        running += 1
      }
    }
  }

  /// Those of all its credentials, also where the run was asked for some of them: a run over the
  /// others must not find the authority in order.
  private static func scopes(of tenant: InventoryTenant) -> [Scope] {
    tenant.applications.flatMap(\.credentials).flatMap { $0.scopes ?? [] }
  }

  private var retry: RetryPolicy { RetryPolicy(maximumAttempts: prober.settings.retries + 1) }

  private func examine(with resolver: AuthorityResolver) async -> AuthorityExamination? {
    guard !prober.isOffline, reading.problems.isEmpty, let authority = reading.authority
    else { return nil }
    return await resolver.examine(
      authority,
      expecting: AuthorityExpectations(
        tenantID: group.key.tenantID, trustedHosts: group.key.trustedHosts,
        instanceDiscovery: prober.settings.instanceDiscovery,
        timeout: prober.settings.timeout))
  }

  /// What the credentials have to know: proven, or the finding that stands in their way.
  private func state(after examination: AuthorityExamination?) -> AuthorityState {
    if let resolved = examination?.resolved { return .proven(resolved) }
    if prober.isOffline { return .offline(reading.authority) }
    let observation = AuthorityObservation(
      tenant: group.tenants[0].tenant, reading: reading, examination: examination,
      isOffline: prober.isOffline, scopes: [])
    let worst = CheckCatalog.judge(observation).worstFirst().first
    return .failed(worst?.check ?? .authorityURL, code: worst?.code ?? "unknown")
  }
}
