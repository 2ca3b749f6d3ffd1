import Synchronization

/// Work that many want and one does: callers who ask for the same key at the same time share one
/// run of it.
///
/// It keeps four promises. There is one run for a key at a time. How it ended is told to those who
/// waited and remembered by nobody. A caller that is cancelled goes at once and spoils nothing for
/// the others; only when the last has gone is the work cancelled. Work for one key holds up no
/// other key.
final class SingleFlight<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  struct Flight {
    let id: Int
    var waiters: [Int: CheckedContinuation<Value?, Never>] = [:]
    /// Whether it goes on without anybody waiting.
    let isBackground: Bool
    var task: Task<Void, Never>?
  }

  struct State {
    var flights: [Key: Flight] = [:]
    var lastNumber = 0

    mutating func number() -> Int {
      lastNumber += 1
      return lastNumber
    }
  }

  let state = Mutex(State())

  /// Waits for the one run of a key's work, which is begun where none is under way.
  /// - Parameters:
  ///   - key: What the work is for.
  ///   - work: The work.
  /// - Returns: What it came to; nil where this caller was cancelled first.
  func value(for key: Key, _ work: @escaping @Sendable () async -> Value) async -> Value? {
    let number = state.withLock { $0.number() }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        state.withLock { state in
          if state.flights[key] == nil { begin(key, isBackground: false, work, in: &state) }
          state.flights[key]?.waiters[number] = continuation
        }
        // The handler may have run before there was anybody to let go.
        if Task.isCancelled { leave(key, number) }
      }
    } onCancel: {
      leave(key, number)
    }
  }

  /// Begins a key's work for nobody to wait for, unless it is under way.
  func start(_ key: Key, _ work: @escaping @Sendable () async -> Value) {
    state.withLock { state in
      if state.flights[key] == nil { begin(key, isBackground: true, work, in: &state) }
    }
  }

  private func begin(
    _ key: Key, isBackground: Bool, _ work: @escaping @Sendable () async -> Value,
    in state: inout State
  ) {
    let id = state.number()
    state.flights[key] = Flight(id: id, isBackground: isBackground)
    state.flights[key]?.task = Task { [self] in end(key, id, with: await work()) }
  }

  private func end(_ key: Key, _ id: Int, with value: Value) {
    let flight = state.withLock { state -> Flight? in
      guard state.flights[key]?.id == id else { return nil }
      return state.flights.removeValue(forKey: key)
    }
    guard let flight else { return }
    for waiter in flight.waiters.values { waiter.resume(returning: value) }
  }

  private func leave(_ key: Key, _ number: Int) {
    let (waiter, task) = state.withLock {
      state -> (CheckedContinuation<Value?, Never>?, Task<Void, Never>?) in
      guard let waiter = state.flights[key]?.waiters.removeValue(forKey: number) else {
        return (nil, nil)
      }
      guard let flight = state.flights[key], flight.waiters.isEmpty, !flight.isBackground else {
        return (waiter, nil)
      }
      // Whoever comes now begins anew, and does not wait for what is being cancelled.
      state.flights[key] = nil
      return (waiter, flight.task)
    }
    task?.cancel()
    waiter?.resume(returning: nil)
  }
}
