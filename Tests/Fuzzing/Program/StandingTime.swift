import EntraIdentity
import Foundation

/// A clock that stands still and never waits: what asks to be left alone for an hour is no reason to
/// fuzz for one.
struct StandingTime: TimeSource {
  let now = Date(timeIntervalSince1970: 1_795_000_000)

  func sleep(for duration: Duration) async throws { try Task.checkCancellation() }
}
