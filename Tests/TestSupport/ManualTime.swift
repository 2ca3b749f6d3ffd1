import EntraIdentity
package import Foundation
import Synchronization

/// A clock that stands still until somebody sleeps: a sleep ends at once and moves the clock on by
/// what was asked for, so that a test of hours takes no time and knows what was waited for.
package final class ManualTime: TimeSource {
  private struct State {
    var now: Date
    var slept: [Duration] = []
  }
  private let state: Mutex<State>

  package init(_ now: Date = Date(timeIntervalSince1970: 1_795_000_000)) {
    state = Mutex(State(now: now))
  }

  package var now: Date { state.withLock { $0.now } }

  /// Every sleep so far, in order.
  package var slept: [Duration] { state.withLock { $0.slept } }

  package func sleep(for duration: Duration) async throws {
    try Task.checkCancellation()
    guard duration > .zero else { return }
    state.withLock {
      $0.slept.append(duration)
      $0.now += duration / .seconds(1)
    }
    await Task.yield()
  }

  /// Moves the clock on without anybody sleeping.
  package func advance(by duration: Duration) {
    state.withLock { $0.now += duration / .seconds(1) }
  }
}
