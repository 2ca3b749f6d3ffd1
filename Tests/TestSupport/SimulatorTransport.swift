package import EntraIdentity
package import EntraSimulator

/// A transport into the simulator without a socket: the same service, request by request, for tests
/// of what is sent and understood rather than of connections.
package struct SimulatorTransport: HTTPTransport {
  package let core: SimulatorCore

  package init(_ core: SimulatorCore) {
    self.core = core
  }

  package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let url = request.url
    let body = request.body.withValue { Array($0.utf8) }
    let target = (url.path.isEmpty ? "/" : url.path) + (url.query.map { "?" + $0 } ?? "")
    let answer = core.answer(
      SimulatedRequest(
        method: request.method.rawValue, authority: url.host + (url.port.map { ":\($0)" } ?? ""),
        target: target, headers: request.headers, body: body))
    switch answer.ending {
    case .complete: break
    case .hang: throw TransportError(kind: .timeout, host: url.host, detail: "nothing came")
    case .closeMidway:
      throw TransportError(kind: .reset, host: url.host, detail: "half of it came")
    }
    guard answer.bytes.count <= request.maximumResponseBytes else {
      throw TransportError(kind: .tooLarge, host: url.host, detail: "more than is accepted")
    }
    return HTTPResponse(status: answer.status, headers: answer.headers, body: answer.bytes)
  }
}
