import Foundation
import Synchronization

/// Signed assertions, kept for most of their life: a client that asks for tokens of several scopes
/// in one tenant signs once.
final class AssertionReuse: Sendable {
  private struct Entry {
    let assertion: Secret
    let until: Date
  }

  /// An assertion ends nine minutes after it was made; the last of them are left to slow networks
  /// and clocks that are ahead.
  private static let life: TimeInterval = 480
  /// Signing anew costs a quarter of a millisecond, memory for ten thousand tenants costs more.
  private static let capacity = 64

  private let entries = Mutex<[String: Entry]>([:])

  /// What was signed for an audience and is still good.
  func assertion(for audience: String, now: Date) -> Secret? {
    entries.withLock { entries in
      guard let entry = entries[audience], entry.until > now,
        // A clock that was set back makes an assertion look newer than it is.
        entry.until.timeIntervalSince(now) <= Self.life
      else { return nil }
      return entry.assertion
    }
  }

  /// Keeps what was signed just now.
  func keep(_ assertion: Secret, for audience: String, now: Date) {
    entries.withLock { entries in
      if entries.count >= Self.capacity {
        entries = entries.filter { $0.value.until > now }
        if entries.count >= Self.capacity { entries.removeAll() }
      }
      entries[audience] = Entry(assertion: assertion, until: now + Self.life)
    }
  }
}
