/// Rounds of the same work, and the best of their times: what else the machine does only adds.
enum Measurement {
  /// Seconds for one call in the best of seven rounds, after one that is not counted.
  static func secondsPerCall(
    _ calls: Int, _ round: (Int) async throws -> Void
  ) async rethrows -> Double {
    try await round(calls)
    var best = Double.infinity
    for _ in 0..<7 {
      let clock = ContinuousClock()
      let begun = clock.now
      try await round(calls)
      best = min(best, (clock.now - begun) / .seconds(1) / Double(calls))
    }
    return best
  }
}
