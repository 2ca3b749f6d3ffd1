public import Foundation

/// When to ask again: exponential backoff with full jitter, never before `Retry-After` is over, and
/// never into a deadline.
///
/// Full jitter spreads the clients that an outage has brought into step; without it they would all
/// come back at once.
public struct RetryPolicy: Sendable {
  /// How often is asked at most, the first time included.
  public var maximumAttempts: Int
  /// The upper limit of the first pause; it doubles with each further one.
  public var firstPause: Duration
  /// The upper limit of every pause.
  public var longestPause: Duration
  /// The longest `Retry-After` that is waited for. Where more is asked for, asking again sooner
  /// would be against the service's word, so it is not done at all.
  public var longestRetryAfter: Duration
  private let random: @Sendable () -> Double

  /// Makes a policy.
  /// - Parameters:
  ///   - maximumAttempts: How often is asked at most, the first time included.
  ///   - firstPause: The upper limit of the first pause.
  ///   - longestPause: The upper limit of every pause.
  ///   - longestRetryAfter: The longest `Retry-After` that is waited for.
  ///   - random: Numbers from 0 to 1.
  public init(
    maximumAttempts: Int = 4, firstPause: Duration = .seconds(1),
    longestPause: Duration = .seconds(30), longestRetryAfter: Duration = .seconds(3600),
    random: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }
  ) {
    self.maximumAttempts = maximumAttempts
    self.firstPause = firstPause
    self.longestPause = longestPause
    self.longestRetryAfter = longestRetryAfter
    self.random = random
  }

  /// The pause after an attempt.
  /// - Parameters:
  ///   - attempt: Which attempt failed, from 1.
  ///   - retryAfter: What the service asked for.
  /// - Returns: The pause, or nil where the service asks for more than is waited.
  public func pause(after attempt: Int, retryAfter: Duration?) -> Duration? {
    // 2 to the 20th of any pause is beyond every limit.
    let doubled = firstPause * (1 << min(max(attempt, 1) - 1, 20))
    let share = min(1, max(0, random()))
    guard let retryAfter, retryAfter > .zero else { return min(doubled, longestPause) * share }
    guard retryAfter <= longestRetryAfter else { return nil }
    // All who were throttled together would return together: the jitter comes on top.
    return retryAfter + firstPause * share
  }

  /// Runs an operation until it succeeds, fails for good, or there is no attempt or time left. The
  /// operation runs anew each time, so that each attempt can sign an assertion of its own.
  /// - Parameters:
  ///   - time: The clock that waits.
  ///   - deadline: When no attempt may start any more.
  ///   - host: The host, for the error that says that the deadline was reached before anything was.
  ///   - repeats: When the operation may run again at all.
  ///   - operation: What to run; it is told which attempt it is, from 1.
  /// - Returns: What the operation returned.
  /// - Throws: The operation's last error; a ``TransportError`` where the deadline was reached
  ///   before the first attempt, or where the task was cancelled.
  public func run<Value: Sendable>(
    time: any TimeSource, deadline: Date? = nil, host: String = "",
    repeats: RequestRepeat = .always,
    operation: (_ attempt: Int) async throws(IdentityError) -> Value
  ) async throws(IdentityError) -> Value {
    if let deadline, time.now >= deadline {
      throw .transport(
        TransportError(kind: .deadline, host: host, detail: "no time was left to ask"))
    }
    var attempt = 1
    while true {
      let failure: IdentityError
      do {
        return try await operation(attempt)
      } catch {
        failure = error
      }
      guard attempt < maximumAttempts, failure.isTransient, repeats.isAllowed(after: failure),
        let pause = pause(after: attempt, retryAfter: failure.retryAfter)
      else { throw failure }
      // What failed says more than "the deadline was reached", so that is what is reported.
      if let deadline, time.now + pause / .seconds(1) >= deadline { throw failure }
      do {
        try await time.sleep(for: pause)
      } catch {
        throw .transport(
          TransportError(kind: .cancelled, host: host, detail: "given up by the caller"))
      }
      attempt += 1
    }
  }
}
