import Foundation
import Synchronization

/// What a client tells the service of itself, in the two headers that Microsoft's libraries send:
/// how this request came about, and how those before it went.
final class ClientTelemetry: Sendable {
  private struct Failure {
    let requestID: String
    let error: String
  }

  private struct State {
    var failures: [Failure] = []
    var size = 0
  }

  /// The form's version, and the number of the client credentials grant in it.
  private static let (schema, grant) = (4, 730)
  /// The service cuts longer headers.
  private static let maximumSize = 350

  private let hits = Atomic<Int>(0)
  private let state = Mutex(State())

  /// Notes that a token was found in the cache.
  func countHit() {
    hits.add(1, ordering: .relaxed)
  }

  /// The headers of the next request.
  func headers(for reason: RefreshReason) -> [(name: String, value: String)] {
    let failures = state.withLock { $0.failures }
    let requests = failures.map { "\(Self.grant),\($0.requestID)" }.joined(separator: ",")
    let errors = failures.map(\.error).joined(separator: ",")
    let hits = hits.load(ordering: .relaxed)
    return [
      (
        name: "x-client-current-telemetry",
        value: "\(Self.schema)|\(Self.grant),\(reason.rawValue)|"
      ),
      (name: "x-client-last-telemetry", value: "\(Self.schema)|\(hits)|\(requests)|\(errors)|"),
    ]
  }

  /// Notes a success: what was told before has arrived.
  func noteSuccess() {
    hits.store(0, ordering: .relaxed)
    state.withLock { $0 = State() }
  }

  /// Notes a refusal, as long as there is room in the header.
  func note(_ error: IdentityError, correlationID: UUID) {
    guard case .refused(let refusal) = error else { return }
    let word = refusal.error.prefix(40).filter { $0.isASCII && ($0.isLetter || $0 == "_") }
    let failure = Failure(requestID: correlationID.text, error: word)
    let size = ",\(Self.grant),\(failure.requestID),\(failure.error)".utf8.count
    state.withLock { state in
      guard state.size + size < Self.maximumSize else { return }
      state.size += size
      state.failures.append(failure)
    }
  }
}
