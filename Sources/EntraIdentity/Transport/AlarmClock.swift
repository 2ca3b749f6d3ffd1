import Synchronization

/// Many limits of time, of which nearly all are never reached, with one sleep for all of them. A sleep
/// of its own that is given up early stays until its time is over: thousands of short exchanges with
/// a limit of twenty seconds would each leave one behind.
final class AlarmClock: Sendable {
  /// The process' own.
  static let shared = AlarmClock()

  private struct Alarm {
    let end: ContinuousClock.Instant
    let ring: @Sendable () -> Void
  }

  private struct State {
    var alarms: [Int: Alarm] = [:]
    var lastNumber = 0
    /// When whoever sleeps wakes up; nil while nobody does.
    var wakesAt: ContinuousClock.Instant?
  }

  private let state = Mutex(State())

  /// Sets an alarm.
  /// - Parameters:
  ///   - limit: In how long it rings.
  ///   - ring: What happens then; it must be short.
  /// - Returns: The alarm's number.
  func set(in limit: Duration, _ ring: @escaping @Sendable () -> Void) -> Int {
    let end = ContinuousClock.now + limit
    let (number, isFirst) = state.withLock { state in
      state.lastNumber += 1
      state.alarms[state.lastNumber] = Alarm(end: end, ring: ring)
      let isFirst = state.wakesAt.map { end < $0 } ?? true
      if isFirst { state.wakesAt = end }
      return (state.lastNumber, isFirst)
    }
    if isFirst { Task { await watch(until: end) } }
    return number
  }

  /// Takes an alarm back.
  /// - Returns: Whether it was in time: it has not rung and will not.
  func stop(_ number: Int) -> Bool {
    state.withLock { $0.alarms.removeValue(forKey: number) != nil }
  }

  /// Sleeps to the next alarm and rings what is due, until none is left or an earlier one has its
  /// own sleeper.
  private func watch(until first: ContinuousClock.Instant) async {
    var next: ContinuousClock.Instant? = first
    while let end = next {
      try? await Task.sleep(until: end, clock: .continuous)
      let due: [Alarm]
      (due, next) = state.withLock { state in
        guard state.wakesAt == end else { return ([], nil) }
        let now = ContinuousClock.now
        let numbers = state.alarms.filter { $0.value.end <= now }.map(\.key)
        let due = numbers.compactMap { state.alarms.removeValue(forKey: $0) }
        state.wakesAt = state.alarms.values.map(\.end).min()
        return (due.sorted { $0.end < $1.end }, state.wakesAt)
      }
      for alarm in due { alarm.ring() }
    }
  }
}
