package import EntraIdentity

/// A transport that asks the gate before each request and tells it of each throttling; everything
/// that the audit sends goes through one of these.
package struct GatedTransport: HTTPTransport {
  private let base: any HTTPTransport
  private let gate: RequestGate
  private let tenant: String
  private let timeout: Duration
  private let time: any TimeSource

  /// - Parameters:
  ///   - base: What sends.
  ///   - gate: What is asked before each request.
  ///   - tenant: What a 429 holds back: the authority that the requests are for.
  ///   - timeout: The limit of one attempt.
  ///   - time: The run's clock, by which a `Retry-After` that is a date is understood.
  package init(
    _ base: any HTTPTransport, gate: RequestGate, tenant: String, timeout: Duration,
    time: any TimeSource
  ) {
    self.base = base
    self.gate = gate
    self.tenant = tenant
    self.timeout = timeout
    self.time = time
  }

  package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let host = request.url.host
    let left = try await gate.enter(host: host, tenant: tenant)
    var limited = request
    limited.timeout = min(timeout, left)
    let response: HTTPResponse
    do throws(TransportError) {
      response = try await base.send(limited)
    } catch {
      await gate.leave(host: host)
      throw error
    }
    await gate.leave(host: host)
    if response.status == 429 {
      await gate.throttled(
        host: host, tenant: tenant,
        retryAfter: RetryAfter.parse(response.header("Retry-After"), now: time.now))
    }
    return response
  }
}
