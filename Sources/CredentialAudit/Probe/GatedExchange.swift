import EntraIdentity

/// One exchange with a host: it waits for the gate, gives its place back and tells of a throttling.
struct GatedExchange: Sendable {
  let gate: RequestGate
  let host: String
  /// What a 429 holds back.
  let tenant: String
  /// The limit of one attempt.
  let timeout: Duration

  /// Runs the exchange, which is told how long it may take.
  func run(
    _ send: (Duration) async throws(TransportError) -> HTTPResponse
  ) async throws(TransportError) -> HTTPResponse {
    let left = try await gate.enter(host: host, tenant: tenant)
    let response: HTTPResponse
    do throws(TransportError) {
      response = try await send(min(timeout, left))
    } catch {
      gate.leave(host: host)
      // Who does not answer asks for nothing to be spared: hundreds of tenants of a host that is
      // down are to be found out about within the run.
      gate.answered(host: host)
      // An attempt that the run's end cut short says nothing of the host.
      guard error.kind == .timeout, left < timeout else { throw error }
      throw TransportError(
        kind: .deadline, host: host, detail: "the run's deadline came before the response")
    }
    // First what the host said: whoever gets the place next has to go by it.
    if response.status == 429 {
      gate.throttled(
        host: host, tenant: tenant,
        retryAfter: RetryAfter.parse(response.header("Retry-After"), now: gate.now))
    } else if response.status < 500 {
      gate.answered(host: host)
    }
    gate.leave(host: host)
    return response
  }
}
