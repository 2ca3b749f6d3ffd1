import EntraIdentity
import Foundation
import Synchronization

/// Tries one credential at an authority that was proven.
struct CredentialProbe: Sendable {
  let prober: Prober
  let planned: PlannedCredential
  let survey: SourceSurvey
  let transport: GatedTransport
  let retry: RetryPolicy
  let keys: KeyRefresh

  /// How long a credential that was made seconds ago is given to spread before it is asked again.
  private static let spreading: Duration = .seconds(8)

  func observe(at state: AuthorityState) async -> CredentialObservation {
    let source = survey.source(of: planned.subject)
    var acquisitions: [AcquisitionObservation] = []
    if case .proven(let authority) = state, canBeTried(source, at: state.kind) {
      for scopes in ScopeGroups.of(planned.credential.scopes, at: authority.authority) {
        acquisitions.append(await acquire(scopes, source: source, at: authority))
      }
    }
    return CredentialObservation(
      planned: planned, source: source.observation,
      sharedWith: survey.others(with: planned.subject), authority: state,
      acquisitions: acquisitions, now: prober.startedAt)
  }

  /// A key that this authority's service does not take is the source's finding; there is nothing to
  /// send.
  private func canBeTried(_ source: SurveyedSource, at kind: AuthorityKind?) -> Bool {
    guard case .read(let facts) = source.observation else { return false }
    return facts.certificateProblem(for: kind) == nil
  }

  private func acquire(
    _ scopes: [Scope], source: SurveyedSource, at authority: ResolvedAuthority
  ) async -> AcquisitionObservation {
    let attempts = Mutex(0)
    let correlationID = UUID()
    let unreadable = Mutex<SourceProblem?>(nil)
    func ask() async -> Result<TokenResponse, IdentityError> {
      do throws(IdentityError) {
        return .success(
          try await retry.run(
            time: prober.time, deadline: prober.deadline, host: authority.tokenEndpoint.host
          ) { _ async throws(IdentityError) in
            let credential: ClientCredential
            switch await present(source) {
            case .success(let ready): credential = ready
            case .failure(let failure):
              unreadable.withLock { $0 = failure }
              throw IdentityError.credential(CredentialProblem(.malformed, failure.detail))
            }
            attempts.withLock { $0 += 1 }
            let grant = ClientCredentialsGrant(
              clientID: planned.application.clientID, credential: credential,
              transport: transport, time: prober.time, product: prober.product)
            return try await grant.request(
              at: TokenEndpoint(authority), scopes: scopes, timeout: prober.settings.timeout,
              correlationID: correlationID)
          })
      } catch {
        return .failure(error)
      }
    }
    var result = await ask()
    if case .failure(.refused(let refusal)) = result, refusal.maySpread,
      prober.settings.retries > 0,
      prober.time.now.addingTimeInterval(Self.spreading / .seconds(1)) < prober.deadline
    {
      try? await prober.time.sleep(for: Self.spreading)
      result = await ask()
    }
    let outcome: AcquisitionObservation.Outcome
    switch result {
    case .success(let response): outcome = .token(await observe(response, at: authority))
    case .failure(let error):
      outcome = unreadable.withLock { $0 }.map { .unreadable($0) } ?? .failed(error)
    }
    return AcquisitionObservation(
      scopes: scopes, outcome: outcome, attempts: attempts.withLock { $0 },
      correlationID: correlationID.uuidString.lowercased())
  }

  /// What to present: the credential that was read, or the assertion as it is at this moment.
  private func present(_ source: SurveyedSource) async -> Result<ClientCredential, SourceProblem> {
    if let credential = source.credential { return .success(credential) }
    guard case .federated(.reference(let reference)) = planned.credential.kind else {
      return .failure(
        SourceProblem(.fileUnreadable, "there is no assertion that this version could read"))
    }
    switch await prober.reader.read(reference).outcome {
    case .value(let assertion): return .success(.assertion(assertion))
    case .unreadable(let problem): return .failure(problem)
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
