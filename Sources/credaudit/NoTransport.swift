import EntraIdentity

/// The transport of what must not use the network.
struct NoTransport: HTTPTransport, PlatformTransport {
  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    throw TransportError(
      kind: .refused, host: request.url.host, detail: "nothing is sent by this command")
  }

  func send(_ request: PlatformRequest) async throws(TransportError) -> HTTPResponse {
    throw TransportError(
      kind: .refused, host: request.url.host, detail: "nothing is sent by this command")
  }
}
