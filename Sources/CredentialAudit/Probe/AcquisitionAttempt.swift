import EntraIdentity
import Foundation

/// One attempt to get a token: what is presented is made ready just before.
struct AcquisitionAttempt: Sendable {
  /// What is known of an acquisition after some attempts.
  struct Notes: Sendable {
    /// How many times was asked for the token.
    var count = 0
    /// What kept the last attempt from asking the service.
    var obstacle: AcquisitionObservation.Outcome?
    /// What the last managed identity's token said that was presented.
    var assertion: ForeignAssertion?
  }

  let prober: Prober
  let planned: PlannedCredential
  let source: SurveyedSource
  let transport: GatedTransport
  let authority: ResolvedAuthority
  let scopes: [Scope]
  let correlationID: UUID

  /// The host that is asked in the end, for the error of a run that has no time left for it.
  var host: String {
    if case .managedIdentity = planned.credential.kind { return prober.platform.host }
    return authority.tokenEndpoint.host
  }

  /// Asks once.
  /// - Parameter notes: What is known so far.
  /// - Returns: The token.
  /// - Throws: Why there is none; where it was not the service that failed, the notes say so too.
  func run(_ notes: inout Notes) async throws(IdentityError) -> TokenResponse {
    notes.obstacle = nil
    if case .managedIdentity(let reference) = planned.credential.kind {
      notes.count += 1
      let resource = scopes.first.map { $0.resource ?? $0.value } ?? ""
      return try await identityToken(of: reference, for: resource, &notes)
    }
    let credential = try await credential(&notes)
    notes.count += 1
    return try await ClientCredentialsGrant(
      clientID: planned.application.clientID, credential: credential, transport: transport,
      time: prober.time, product: prober.product
    ).request(
      at: TokenEndpoint(authority), scopes: scopes, timeout: prober.settings.timeout,
      correlationID: correlationID)
  }

  /// What to present: the credential that was read, or the assertion as it is at this moment.
  private func credential(_ notes: inout Notes) async throws(IdentityError) -> ClientCredential {
    if let credential = source.credential { return credential }
    switch planned.credential.kind {
    case .federated(.managedIdentity(let reference)):
      let audience = authority.authority.cloud?.federatedAudience ?? Self.usualAudience
      let token = try await identityToken(of: reference, for: audience, &notes).accessToken
      notes.assertion = ForeignAssertion(token)
      return .assertion(token)
    case .federated(.reference(let reference)):
      // A file may be on a mount that does not answer, for which no event loop may wait.
      let read = await withTaskExecutorPreference(globalConcurrentExecutor) {
        await prober.reader.read(reference)
      }
      switch read.outcome {
      case .value(let assertion): return .assertion(assertion)
      case .unreadable(let problem): throw unreadable(problem, &notes)
      }
    case .secret, .certificate, .managedIdentity:
      throw unreadable(SourceProblem(.fileUnreadable, "there is nothing to present"), &notes)
    }
  }

  /// What an assertion is for where the cloud's own word is not known.
  private static let usualAudience = "api://AzureADTokenExchange"

  private func unreadable(_ problem: SourceProblem, _ notes: inout Notes) -> IdentityError {
    notes.obstacle = .unreadable(problem)
    return .credential(CredentialProblem(.malformed, problem.detail))
  }

  private func identityToken(
    of reference: ManagedIdentityReference, for resource: String, _ notes: inout Notes
  ) async throws(IdentityError) -> TokenResponse {
    do {
      return try await prober.platform.grant(for: reference, by: prober).request(
        for: resource, timeout: prober.settings.timeout, correlationID: correlationID)
    } catch {
      notes.obstacle = .platformFailed(error)
      throw error
    }
  }
}
