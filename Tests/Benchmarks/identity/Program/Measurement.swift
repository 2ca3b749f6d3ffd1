/// Runs of the same work, and the middle one of their times.
enum Measurement {
  /// Seconds for one call in the median of seven rounds, after one that is not counted.
  static func secondsPerCall(
    _ calls: Int, _ round: (Int) async throws -> Void
  ) async rethrows -> Double {
    try await round(calls)
    var seconds: [Double] = []
    for _ in 0..<7 {
      let clock = ContinuousClock()
      let begun = clock.now
      try await round(calls)
      seconds.append((clock.now - begun) / .seconds(1) / Double(calls))
    }
    return seconds.sorted()[3]
  }
}
