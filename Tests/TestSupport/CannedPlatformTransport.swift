package import EntraIdentity
import Synchronization

/// A platform's transport that answers from a closure and remembers what it was asked.
package final class CannedPlatformTransport: PlatformTransport {
  package typealias Answer = @Sendable (PlatformRequest, Int) throws(TransportError) -> HTTPResponse

  private let answer: Answer
  private let log = Mutex<[PlatformRequest]>([])

  /// The closure is told which request it is, from 1.
  package init(_ answer: @escaping Answer) { self.answer = answer }

  /// Answers everything alike.
  package convenience init(
    status: Int = 200, _ body: String, headers: [(name: String, value: String)] = []
  ) {
    self.init { _, _ in
      HTTPResponse(
        status: status, headers: [("Content-Type", "application/json")] + headers,
        body: Array(body.utf8))
    }
  }

  /// Every request so far, in order.
  package var requests: [PlatformRequest] { log.withLock { $0 } }

  package func send(_ request: PlatformRequest) async throws(TransportError) -> HTTPResponse {
    let number = log.withLock {
      $0.append(request)
      return $0.count
    }
    return try answer(request, number)
  }
}

extension PlatformRequest {
  /// The first value of a header; letter case does not matter.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
