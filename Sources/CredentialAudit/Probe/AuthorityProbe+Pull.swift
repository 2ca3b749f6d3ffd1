import EntraIdentity

extension AuthorityProbe {
  /// Reads the directory of the group's first tenant, and finds what of it nobody declared.
  func pull() async -> DirectoryPull {
    let tenant = group.tenants[0]
    let approach = approach()
    let examination = await examine(with: approach.resolver)
    let look = await DirectoryProbe(
      prober: prober, survey: survey, transport: approach.transport, retry: retry
    ).look(at: tenant.tenant, state(after: examination))
    let findings = Judge(survey: survey).judge(observation(of: tenant, examination, look)).findings
    guard let look, let index = look.index else {
      return DirectoryPull(findings: findings, found: nil)
    }
    var held: [DirectorySweep.Held] = []
    for planned in tenant.credentials {
      // At an authority that is not asked, a credential is looked at and not tried.
      let probe = CredentialProbe(
        prober: prober, planned: planned, survey: survey, transport: approach.transport,
        retry: retry, keys: KeyRefresh(resolver: approach.resolver), directory: look)
      let observation = await probe.observe(at: .offline(reading.authority))
      if let found = DirectorySweep.Held(observation) { held.append(found) }
    }
    let sweep = DirectorySweep(
      of: tenant.tenant, index, held: held, filter: filter, now: prober.startedAt)
    return DirectoryPull(
      findings: findings,
      found: DraftFindings(
        sweep.clientIDs.lazy.flatMap { sweep.observations(of: $0) },
        scrubber: survey.scrubber(of: tenant.tenant.name)))
  }
}
