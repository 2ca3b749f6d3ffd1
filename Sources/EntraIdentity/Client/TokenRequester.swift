import Foundation

/// Asks the service for a token on behalf of a client: with its credential, again where that may
/// help, and not at all where the service is known to say no.
struct TokenRequester: Sendable {
  let authenticator: ClientAuthenticator
  let grant: ClientCredentialsGrant
  let retry: RetryPolicy
  let time: any TimeSource
  let telemetry: ClientTelemetry
  let memory: ThrottleMemory

  /// Asks.
  /// - Parameters:
  ///   - parameters: What for.
  ///   - endpoint: Where.
  ///   - reason: Why, as the service counts it.
  ///   - options: The caller's own wishes.
  /// - Returns: The token, or why there is none.
  func request(
    _ parameters: GrantParameters, at endpoint: TokenEndpoint, reason: RefreshReason,
    options: AcquisitionOptions
  ) async -> Result<TokenResponse, TokenError> {
    let correlationID = options.correlationID ?? UUID.random()
    do throws(IdentityError) {
      let authentication = try await authenticator.authentication(
        at: endpoint, fmiPath: parameters.fmiPath, correlationID: correlationID)
      let identity = RequestIdentity(
        at: endpoint, clientID: authenticator.clientID, parameters: parameters,
        credential: authenticator.credential, authentication: authentication)
      let now = time.now
      if options.freshness != .live, let entry = memory.entry(for: identity, now: now) {
        return .failure(
          TokenError(
            .request(entry.error), origin: entry.origin,
            retryAfter: .seconds(entry.until.timeIntervalSince(now))))
      }
      do throws(IdentityError) {
        let response = try await attempt(
          parameters, by: authentication, at: endpoint, reason: reason, timeout: options.timeout,
          correlationID: correlationID)
        telemetry.noteSuccess()
        memory.forget(identity)
        return .success(response)
      } catch {
        telemetry.note(error, correlationID: correlationID)
        memory.note(error, of: identity, now: time.now)
        throw error
      }
    } catch {
      return .failure(TokenError(error))
    }
  }

  private func attempt(
    _ parameters: GrantParameters, by first: TokenRequest.Authentication,
    at endpoint: TokenEndpoint, reason: RefreshReason, timeout: Duration, correlationID: UUID
  ) async throws(IdentityError) -> TokenResponse {
    try await retry.run(time: time, host: endpoint.destination.host) {
      attempt async throws(IdentityError) in
      // What was refused or lost is not presented twice: it may have been used up on the way.
      let authentication =
        attempt == 1
        ? first
        : try await authenticator.authentication(
          at: endpoint, fmiPath: parameters.fmiPath, correlationID: correlationID, isRepeat: true)
      return try await grant.send(
        parameters, by: authentication, at: endpoint, telemetry: telemetry.headers(for: reason),
        timeout: timeout, correlationID: correlationID)
    }
  }
}
