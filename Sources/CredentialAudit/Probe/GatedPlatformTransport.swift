import EntraIdentity

/// A transport to this machine's platform that asks the gate before each request.
struct GatedPlatformTransport: PlatformTransport {
  let base: any PlatformTransport
  let gate: RequestGate
  /// The limit of one attempt.
  let timeout: Duration

  func send(_ request: PlatformRequest) async throws(TransportError) -> HTTPResponse {
    let host = request.url.host
    // There is one platform: a 429 holds back all who ask it.
    let exchange = GatedExchange(gate: gate, host: host, tenant: host, timeout: timeout)
    return try await exchange.run { limit async throws(TransportError) in
      var limited = request
      limited.timeout = limit
      limited.connectTimeout = min(request.connectTimeout, limit)
      return try await base.send(limited)
    }
  }
}
