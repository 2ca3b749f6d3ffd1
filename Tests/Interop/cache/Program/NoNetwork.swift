import EntraIdentity
import Synchronization

/// A network in which nobody is reached.
final class NoNetwork: HTTPTransport {
  private let asked = Atomic<Bool>(false)

  /// Whether anybody tried.
  var wasAsked: Bool { asked.load(ordering: .relaxed) }

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    asked.store(true, ordering: .relaxed)
    throw TransportError(kind: .refused, host: request.url.host, detail: "there is no network here")
  }
}
