import Foundation

/// What a number of requests took.
struct Expense: Encodable {
  let requests: Int
  /// In seconds, of the wall's clock.
  let wall: Double
  /// In seconds, of all threads of this process.
  let cpu: Double

  /// Runs work that counts its requests, and nothing of what was there before it.
  static func of(_ work: () async throws -> Int) async rethrows -> Expense {
    let clock = ContinuousClock()
    let (begun, used) = (clock.now, processorTime())
    let requests = try await work()
    return Expense(
      requests: requests, wall: (clock.now - begun) / .seconds(1), cpu: processorTime() - used)
  }

  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
