import Synchronization

/// How many directories are read, and large ones kept, at the same time over all tenants: one of
/// fifty thousand applications takes a hundred megabytes until its credentials are judged.
final class DirectoryShare: Sendable {
  private struct State: Sendable {
    var places: PlaceQueue
    var lastNumber = 0
  }

  private let state: Mutex<State>

  /// - Parameter room: How many places there are.
  init(room: Int) {
    state = Mutex(State(places: PlaceQueue(limit: room)))
  }

  /// Takes a place, and waits for one where there is none.
  /// - Returns: False where the task was cancelled before there was one.
  func take() async -> Bool {
    guard !Task.isCancelled else { return false }
    let number: Int? = state.withLock { state in
      if state.places.take() { return nil }
      state.lastNumber += 1
      return state.lastNumber
    }
    guard let number else { return true }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isTaken: Bool? = state.withLock { state in
          // Between the first look and this one a place may have come back, or nobody waits any more.
          if Task.isCancelled { return false }
          if state.places.take() { return true }
          state.places.wait(number, continuation)
          return nil
        }
        if let isTaken { continuation.resume(returning: isTaken) }
      }
    } onCancel: {
      state.withLock { $0.places.abandon(number) }?.resume(returning: false)
    }
  }

  func giveBack() { state.withLock { $0.places.giveBack() }?.resume(returning: true) }
}
