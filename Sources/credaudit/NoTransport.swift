import EntraIdentity

/// The transport of what must not use the network.
struct NoTransport: HTTPTransport {
  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    throw TransportError(
      kind: .refused, host: request.url.host, detail: "nothing is sent by this command")
  }
}
