package import EntraIdentity
import Foundation

/// A transport that asks the gate before each request and tells it of each throttling; everything
/// that the audit sends goes through one of these.
package struct GatedTransport: HTTPTransport {
  private let base: any HTTPTransport
  private let gate: RequestGate
  private let tenant: String
  private let timeout: Duration

  /// A 429 holds back `tenant`, the authority that the requests are for; `timeout` is the limit of
  /// one attempt.
  package init(
    _ base: any HTTPTransport, gate: RequestGate, tenant: String, timeout: Duration
  ) {
    self.base = base
    self.gate = gate
    self.tenant = tenant
    self.timeout = timeout
  }

  package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let exchange = GatedExchange(
      gate: gate, host: request.url.host, tenant: tenant, timeout: timeout)
    return try await exchange.run { limit async throws(TransportError) in
      var limited = request
      limited.timeout = limit
      return try await base.send(limited)
    }
  }
}
