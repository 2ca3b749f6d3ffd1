import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// One request and its whole response, over a client that is there.
struct HTTPExchange: Sendable {
  let method: HTTPRequest.Method
  let url: String
  /// Name and value pairs.
  let headers: [(name: String, value: String)]
  let body: Secret
  let maximumResponseBytes: Int

  /// - Throws: What the client throws; see ``TransportFault`` for what it means.
  func run(on client: HTTPClient) async throws -> HTTPResponse {
    var message = HTTPClientRequest(url: url)
    message.method = HTTPMethod(rawValue: method.rawValue)
    for header in headers { message.headers.add(name: header.name, value: header.value) }
    if !body.isEmpty { message.body = body.withValue { .bytes(ByteBuffer(string: $0)) } }
    let response = try await client.execute(message, deadline: .distantFuture)
    let body = try await response.body.collect(upTo: maximumResponseBytes)
    // A body whose reader was cancelled ends early without an error: never take it for a whole one.
    try Task.checkCancellation()
    return HTTPResponse(
      status: Int(response.status.code),
      headers: response.headers.map { (name: $0.name, value: $0.value) },
      body: Array(body.readableBytesView))
  }
}
