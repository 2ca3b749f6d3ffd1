package import EntraIdentity
import Synchronization

/// A transport that answers from a closure and remembers what it was asked; without a closure
/// every request fails, which is what a test that must not reach the network wants.
package final class CannedTransport: HTTPTransport {
  package typealias Answer = @Sendable (HTTPRequest) throws(TransportError) -> HTTPResponse

  private let answer: Answer
  private let log = Mutex<[HTTPRequest]>([])

  package init(
    _ answer: @escaping Answer = { request throws(TransportError) in
      throw TransportError(
        kind: .refused, host: request.url.host, detail: "no transport in this test")
    }
  ) {
    self.answer = answer
  }

  /// Every request so far, in order.
  package var requests: [HTTPRequest] { log.withLock { $0 } }

  package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    log.withLock { $0.append(request) }
    return try answer(request)
  }
}
