import Synchronization

/// What was seen, on its way to whoever records it. Only so much waits there, and whoever sees more
/// waits with it: or a disk that is slower than the network would fill the memory with an estate.
final class ObservationQueue: Sendable {
  private struct State {
    var held = 0
    var isBounded = true
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private static let limit = 128

  private let stream: AsyncStream<AuditObservation>.Continuation
  private let state = Mutex(State())

  init(_ stream: AsyncStream<AuditObservation>.Continuation) {
    self.stream = stream
  }

  /// Hands an observation on, once there is a place for it.
  func yield(_ observation: AuditObservation) async {
    if !state.withLock({ Self.take(&$0) }) {
      await withCheckedContinuation { continuation in
        let hasPlace = state.withLock { state in
          if Self.take(&state) { return true }
          state.waiting.append(continuation)
          return false
        }
        if hasPlace { continuation.resume() }
      }
    }
    stream.yield(observation)
  }

  private static func take(_ state: inout State) -> Bool {
    guard !state.isBounded || state.held < limit else { return false }
    state.held += 1
    return true
  }

  /// Notes that one was taken: its place goes to whoever waits longest.
  func taken() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
      state.held -= 1
      return nil
    }
    next?.resume()
  }

  /// Lets everything in, for a look that ends: what was seen by then is not lost, and nobody waits
  /// for somebody who takes no more.
  func open() {
    let waiting = state.withLock { state in
      state.isBounded = false
      state.held += state.waiting.count
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }
}
