import EntraIdentity
import Foundation

/// Tries one credential at an authority that was proven.
struct CredentialProbe: Sendable {
  let prober: Prober
  let planned: PlannedCredential
  let survey: SourceSurvey
  let transport: GatedTransport
  let retry: RetryPolicy
  let keys: KeyRefresh
  /// What came of the tenant's directory; nil where the inventory has none for it.
  let directory: DirectoryLook?

  /// How long a credential that was made seconds ago is given to spread before it is asked again.
  private static let spreading: Duration = .seconds(8)

  /// A key that this authority's service does not take is the source's finding; there is nothing to
  /// send.
  func observe(at state: AuthorityState) async -> CredentialObservation {
    let source = survey.source(of: planned)
    var acquisitions: [AcquisitionObservation] = []
    var clock: ClockReading?
    if case .proven(let authority) = state, source.isUsable(at: state.kind) {
      for scopes in ScopeGroups.of(planned.credential.scopes, at: authority.authority) {
        acquisitions.append(await acquire(scopes, source: source, at: authority))
      }
      clock = prober.watch.clock(of: authority.tokenEndpoint.host)
    }
    let clientID = planned.application.clientID
    var observation = CredentialObservation(
      planned: planned, source: source.observation,
      sharedWith: survey.others(with: planned.subject), authority: state,
      acquisitions: acquisitions, now: prober.startedAt, clock: clock,
      directory: directory?.part(of: clientID),
      fittingEntries: source.fittingEntries(
        of: clientID, in: directory?.index?.part(of: clientID.uuid)),
      heldBeside: directory?.heldBeside(planned, survey, now: prober.startedAt))
    if case .proven = state { observation.issuer = await issuer(of: observation) }
    return observation
  }

  /// Looks at whose assertions the directory takes for it.
  private func issuer(of observation: CredentialObservation) async -> IssuerLook? {
    guard case .found(let entry, _) = observation.match, let text = entry.federation?.issuer,
      planned.tenant.directory?.ignores(issuer: text) == false
    else { return nil }
    return await prober.issuers.look(at: text)
  }

  private func acquire(
    _ scopes: [Scope], source: SurveyedSource, at authority: ResolvedAuthority
  ) async -> AcquisitionObservation {
    let correlationID = UUID.random()
    let attempt = AcquisitionAttempt(
      prober: prober, planned: planned, source: source, transport: transport,
      authority: authority, scopes: scopes, correlationID: correlationID)
    var notes = AcquisitionAttempt.Notes()
    var result = await ask(attempt, &notes)
    if case .failure(.refused(let refusal)) = result, refusal.maySpread,
      prober.settings.retries > 0,
      prober.time.now.addingTimeInterval(Self.spreading / .seconds(1)) < prober.deadline
    {
      try? await prober.time.sleep(for: Self.spreading)
      result = await ask(attempt, &notes)
    }
    let outcome: AcquisitionObservation.Outcome
    switch result {
    case .success(let response): outcome = .token(await observe(response, at: authority))
    case .failure(let error): outcome = notes.obstacle ?? .failed(error)
    }
    return AcquisitionObservation(
      scopes: scopes, outcome: outcome, attempts: notes.count,
      correlationID: correlationID.text, assertion: notes.assertion)
  }

  private func ask(
    _ attempt: AcquisitionAttempt, _ notes: inout AcquisitionAttempt.Notes
  ) async -> Result<TokenResponse, IdentityError> {
    do throws(IdentityError) {
      return .success(
        try await retry.run(time: prober.time, deadline: prober.deadline, host: attempt.host) {
          _ async throws(IdentityError) in
          try await attempt.run(&notes)
        })
    } catch {
      return .failure(error)
    }
  }

  private func observe(
    _ response: TokenResponse, at authority: ResolvedAuthority
  ) async -> ObservedToken {
    var keys = authority.keys
    var verification = TokenVerifier(keys: keys ?? KeySet.empty).verify(response.accessToken)
    if case .jwt(_, .unknownKey) = verification, keys != nil,
      let fresh = await self.keys.keys(of: authority)
    {
      keys = fresh
      verification = TokenVerifier(keys: fresh).verify(response.accessToken)
    }
    return ObservedToken(
      verification: verification, expiresIn: response.expiresIn, receivedAt: prober.time.now,
      hadKeys: keys != nil)
  }
}
