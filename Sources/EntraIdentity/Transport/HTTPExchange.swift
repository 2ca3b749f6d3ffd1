import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// One request and its whole response, over a client that is there.
struct HTTPExchange: Sendable {
  /// There was no whole response in time.
  struct LimitReached: Error {}

  let method: HTTPRequest.Method
  let url: String
  /// Name and value pairs.
  let headers: [(name: String, value: String)]
  let body: Secret
  let maximumResponseBytes: Int

  /// - Throws: ``LimitReached``, or what the client throws; see ``TransportFault`` for what it means.
  func run(on client: HTTPClient, within limit: Duration) async throws -> HTTPResponse {
    var headers = HTTPHeaders()
    for header in self.headers { headers.add(name: header.name, value: header.value) }
    let request = try HTTPClient.Request(
      url: url, method: HTTPMethod(rawValue: method.rawValue), headers: headers,
      body: body.isEmpty ? nil : body.withValue { .byteBuffer(ByteBuffer(string: $0)) })
    // The client's buffers can hold no more, and stop the process where more is asked for.
    let longest = min(max(0, maximumResponseBytes), Int(UInt32.max))
    let end = NIODeadline.now() + TimeAmount(limit)
    let task = client.execute(
      request: request,
      delegate: ResponseAccumulator(request: request, maxBodySize: longest), deadline: end)
    let result = task.futureResult.flatMapErrorThrowing { error in
      // What still waited for a connection is told what became of an earlier one.
      throw NIODeadline.now() >= end ? LimitReached() : error
    }
    let response = try await withTaskCancellationHandler {
      try await result.get()
    } onCancel: {
      task.cancel()
    }
    return HTTPResponse(
      status: Int(response.status.code),
      headers: response.headers.map { (name: $0.name, value: $0.value) },
      body: response.body.map { Array($0.readableBytesView) } ?? [])
  }
}
