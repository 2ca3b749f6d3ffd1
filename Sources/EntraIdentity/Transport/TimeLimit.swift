import Synchronization

/// A limit for what has none of its own: name lookups, an end that waits, a look at a certificate.
enum TimeLimit {
  /// Runs `work` and gives it up when the time is over; then there is nil. What is done in time
  /// counts, however late whoever waits for it comes to know.
  static func run<Value: Sendable>(
    _ limit: Duration, _ work: @escaping @Sendable () async -> Value
  ) async -> Value? {
    let end = LimitEnd()
    let task = Task {
      // From here on, and not from when it was asked for: on a crowded machine a task begins late.
      let alarm = AlarmClock.shared.set(in: limit) { end.come() }
      let value = await work()
      return AlarmClock.shared.stop(alarm) ? value : nil
    }
    end.whenItComes { task.cancel() }
    return await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
  }
}

/// The end of a limit, which may come before there is anything to be given up.
private final class LimitEnd: Sendable {
  private enum State {
    case toCome(giveUp: (@Sendable () -> Void)?)
    case over
  }

  private let state = Mutex(State.toCome(giveUp: nil))

  func come() {
    let giveUp = state.withLock { state -> (@Sendable () -> Void)? in
      defer { state = .over }
      if case .toCome(let giveUp) = state { return giveUp }
      return nil
    }
    giveUp?()
  }

  func whenItComes(_ giveUp: @escaping @Sendable () -> Void) {
    let isOver = state.withLock { state in
      if case .over = state { return true }
      state = .toCome(giveUp: giveUp)
      return false
    }
    if isOver { giveUp() }
  }
}
