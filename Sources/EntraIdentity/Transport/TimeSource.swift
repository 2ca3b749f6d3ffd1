public import Foundation

/// Time, whole: what it is and how to wait. Whoever decides by time takes one of these, so that a
/// test can own both halves of the clock.
public protocol TimeSource: Sendable {
  /// The wall clock's time.
  var now: Date { get }

  /// Waits.
  /// - Parameter duration: How long; nothing is waited for where it is zero or less.
  /// - Throws: `CancellationError` when the task is cancelled.
  func sleep(for duration: Duration) async throws
}

/// The machine's own time.
public struct SystemTime: TimeSource {
  /// Makes the machine's own time.
  public init() {}

  /// The wall clock's time.
  public var now: Date { Date() }

  /// Waits.
  /// - Parameter duration: How long.
  /// - Throws: `CancellationError` when the task is cancelled.
  public func sleep(for duration: Duration) async throws {
    // Even a sleep of no time takes a timer and two changes of thread.
    guard duration > .zero else { return try Task.checkCancellation() }
    try await Task.sleep(for: duration)
  }
}
