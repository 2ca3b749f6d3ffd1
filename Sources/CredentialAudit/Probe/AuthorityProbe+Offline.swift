import EntraIdentity

extension AuthorityProbe {
  /// Looks at the authority and its credentials without asking anybody. Nothing here waits, so that
  /// one comes after the other.
  func runOffline(_ emit: (AuditObservation) async -> Void) async {
    let state = AuthorityState.offline(reading.authority)
    let (transport, resolver) = approach()
    let directories = DirectoryProbe(
      prober: prober, survey: survey, transport: transport, retry: retry)
    let keys = KeyRefresh(resolver: resolver)
    for planned in group.tenants {
      guard !Task.isCancelled else { return }
      let look = await directories.look(at: planned.tenant, state)
      await emit(.authority(observation(of: planned, nil, look)))
      for credential in planned.credentials {
        guard !Task.isCancelled else { return }
        let probe = CredentialProbe(
          prober: prober, planned: credential, survey: survey, transport: transport, retry: retry,
          keys: keys, directory: look)
        await emit(.credential(await probe.observe(at: state)))
      }
    }
  }
}

extension Prober {
  /// Looks at everything in a plan without asking anybody: in the plan's order, each tenant's authority
  /// before its credentials.
  package func lookOffline(
    at plan: AuditPlan, survey: SourceSurvey, _ visit: (AuditObservation) async -> Void
  ) async {
    for group in plan.groups where !Task.isCancelled {
      await AuthorityProbe(prober: self, group: group, survey: survey, filter: plan.filter)
        .runOffline(visit)
    }
  }
}
