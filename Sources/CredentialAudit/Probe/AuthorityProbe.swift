import EntraIdentity

/// Looks at one authority and then at every credential that is to be tried there.
struct AuthorityProbe: Sendable {
  let prober: Prober
  let group: PlannedAuthority
  let survey: SourceSurvey
  let filter: ScopeFilter
  let reading: AuthorityReading

  /// Credentials of one tenant that are tried at the same time: the rest of the window is for other
  /// tenants, so that none sees a burst.
  private static let triedAtOnce = 8

  /// Applications and service principals up to which a directory may be kept without a place.
  private static let small = 500

  init(prober: Prober, group: PlannedAuthority, survey: SourceSurvey, filter: ScopeFilter) {
    self.prober = prober
    self.filter = filter
    self.group = group
    self.survey = survey
    reading = group.reading
  }

  /// Whether a directory is to be read here.
  var readsDirectory: Bool { group.tenants.contains { $0.tenant.directory != nil } }

  func run(_ emit: @escaping @Sendable (AuditObservation) async -> Void) async {
    guard !prober.isOffline else { return await runOffline(emit) }
    let (transport, resolver) = approach()
    let examination = await examine(with: resolver)
    guard !Task.isCancelled else { return }
    let state = state(after: examination)
    var isHolding = false
    if case .proven = state, readsDirectory {
      guard await prober.directories.take() else { return }
      isHolding = true
    }
    defer { if isHolding { prober.directories.giveBack() } }
    var looks: [String: DirectoryLook] = [:]
    for planned in group.tenants {
      let look = await DirectoryProbe(
        prober: prober, survey: survey, transport: transport, retry: retry
      ).look(at: planned.tenant, state)
      // What was cut short by the end of the run was not looked at, and leaves no trace.
      guard !Task.isCancelled else { return }
      looks[planned.tenant.name] = look
      await emit(.authority(observation(of: planned, examination, look)))
    }
    // What is small may be kept beside the readings of others, however long its credentials take.
    if isHolding, looks.values.reduce(0, { $0 + $1.size }) <= Self.small {
      prober.directories.giveBack()
      isHolding = false
    }
    let held = await tryAll(looks, at: state, KeyRefresh(resolver: resolver), transport, emit)
    for planned in group.tenants {
      let tenant = planned.tenant
      guard !Task.isCancelled, let index = looks[tenant.name]?.index else { continue }
      let sweep = DirectorySweep(
        of: tenant, index, held: held.filter { $0.subject.tenant == tenant.name },
        filter: filter, now: prober.startedAt)
      let issuers = await IssuerRound(probe: prober.issuers).looks(at: sweep.issuers)
      for clientID in sweep.clientIDs {
        guard !Task.isCancelled else { return }
        for var observation in sweep.observations(of: clientID) {
          observation.issuer = observation.entry.federation.flatMap { issuers[$0.issuer] }
          observation.portal = state.portal
          await emit(.entry(observation))
        }
      }
    }
  }

  /// How the authority is reached.
  func approach() -> (transport: GatedTransport, resolver: AuthorityResolver) {
    let transport = GatedTransport(
      prober.transport, gate: prober.gate, tenant: group.key.authority,
      timeout: prober.settings.timeout)
    let resolver = AuthorityResolver(
      transport: transport, time: prober.time, retry: retry, deadline: prober.deadline,
      keySets: prober.keySets)
    return (transport, resolver)
  }

  func observation(
    of planned: PlannedTenant, _ examination: AuthorityExamination?, _ look: DirectoryLook?
  ) -> AuthorityObservation {
    AuthorityObservation(
      tenant: planned.tenant, reading: reading, examination: examination,
      isOffline: prober.isOffline, scopes: Self.scopes(of: planned.tenant),
      clock: reading.authority.flatMap { prober.watch.clock(of: $0.host) },
      directory: look?.observation, reader: look?.reader)
  }

  /// Tries every credential.
  /// - Returns: What those of directories that were read were found to be.
  private func tryAll(
    _ looks: [String: DirectoryLook], at state: AuthorityState, _ keys: KeyRefresh,
    _ transport: GatedTransport, _ emit: @escaping @Sendable (AuditObservation) async -> Void
  ) async -> [DirectorySweep.Held] {
    await withTaskGroup(of: DirectorySweep.Held?.self) { window in
      var running = 0
      var held: [DirectorySweep.Held] = []
      for planned in group.tenants.lazy.flatMap(\.credentials) {
        while running == Self.triedAtOnce || !prober.trials.take(running: running),
          let done = await window.next()
        {
          running -= 1
          if let done { held.append(done) }
        }
        guard !Task.isCancelled else {
          prober.trials.giveBack()
          break
        }
        let look = looks[planned.tenant.name]
        window.addTask {
          defer { prober.trials.giveBack() }
          let probe = CredentialProbe(
            prober: prober, planned: planned, survey: survey, transport: transport, retry: retry,
            keys: keys, directory: look)
          let observation = await probe.observe(at: state)
          // What was cut short by the end of the run was not looked at, and leaves no trace.
          guard !Task.isCancelled else { return nil }
          await emit(.credential(observation))
          return look?.index == nil ? nil : DirectorySweep.Held(observation)
        }
        running += 1
      }
      while let done = await window.next() { if let done { held.append(done) } }
      return held
    }
  }

  /// Those of all its credentials, also where the run was asked for some of them: a run over the
  /// others must not find the authority in order.
  static func scopes(of tenant: InventoryTenant) -> [Scope] {
    var scopes: [Scope] = []
    for application in tenant.applications {
      for credential in application.credentials {
        guard let own = credential.scopes else { continue }
        // Mostly there is one, whose list need not be copied.
        if scopes.isEmpty { scopes = own } else { scopes += own }
      }
    }
    return scopes
  }

  var retry: RetryPolicy { RetryPolicy(maximumAttempts: prober.settings.retries + 1) }

  func examine(with resolver: AuthorityResolver) async -> AuthorityExamination? {
    guard reading.problems.isEmpty, let authority = reading.authority else { return nil }
    return await resolver.examine(
      authority,
      expecting: AuthorityExpectations(
        tenantID: group.key.tenantID, trustedHosts: group.key.trustedHosts,
        instanceDiscovery: prober.settings.instanceDiscovery,
        timeout: prober.settings.timeout))
  }

  /// What the credentials have to know: proven, or the finding that stands in their way.
  func state(after examination: AuthorityExamination?) -> AuthorityState {
    if let resolved = examination?.resolved { return .proven(resolved) }
    let observation = AuthorityObservation(
      tenant: group.tenants[0].tenant, reading: reading, examination: examination,
      isOffline: false, scopes: [])
    let worst = CheckCatalog.judge(observation).worstFirst().first
    return .failed(worst?.check ?? .authorityURL, code: worst?.code ?? "unknown")
  }
}
