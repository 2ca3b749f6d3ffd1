/// The limit of one exchange: the client's own limits do not cover a body that drips.
enum TimeLimit {
  /// Runs `work` and gives it up when the time is over; then there is nil.
  static func run<Value: Sendable>(
    _ limit: Duration, _ work: @escaping @Sendable () async -> Value
  ) async -> Value? {
    let task = Task { await work() }
    let alarm = AlarmClock.shared.set(in: limit) { task.cancel() }
    let value = await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
    return AlarmClock.shared.stop(alarm) ? value : nil
  }
}
