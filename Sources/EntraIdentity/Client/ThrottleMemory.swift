import Foundation
import Synchronization

/// Failures that the service would only repeat, answered from memory for a while: asking on would
/// make it slower for everybody.
///
/// A success is never kept here, and every question is its own: another scope, tenant, credential
/// or claim is asked for real.
final class ThrottleMemory: Sendable {
  /// A failure as it is remembered.
  struct Entry: Sendable {
    let error: IdentityError
    let origin: TokenError.Origin
    /// When the question may be asked again.
    let until: Date
  }

  /// The pause after a 429 or 5xx that names none.
  private static let defaultPause = Duration.seconds(5)
  /// How long a request that was refused as wrong is not sent again as it is.
  private static let refusalPause = Duration.seconds(60)

  private let capacity: Int
  private let entries = Mutex<[RequestIdentity: Entry]>([:])

  /// Makes a memory.
  /// - Parameter capacity: How many failures are kept; beyond that, the soonest over is forgotten.
  init(capacity: Int = 1024) {
    self.capacity = max(1, capacity)
  }

  /// What is remembered of a question, while it lasts.
  func entry(for identity: RequestIdentity, now: Date) -> Entry? {
    entries.withLock { entries in
      guard let entry = entries[identity] else { return nil }
      if entry.until > now { return entry }
      entries[identity] = nil
      return nil
    }
  }

  /// Remembers a failure, where it is one that lasts.
  func note(_ error: IdentityError, of identity: RequestIdentity, now: Date) {
    guard let (pause, origin) = Self.pause(after: error), pause > .zero else { return }
    let entry = Entry(error: error, origin: origin, until: now + pause / .seconds(1))
    entries.withLock { entries in
      if entries.count >= capacity, entries[identity] == nil {
        entries = entries.filter { $0.value.until > now }
        if entries.count >= capacity,
          let soonest = entries.min(by: { $0.value.until < $1.value.until })
        {
          entries[soonest.key] = nil
        }
      }
      entries[identity] = entry
    }
  }

  /// Forgets a question that was answered.
  func forget(_ identity: RequestIdentity) {
    entries.withLock { $0[identity] = nil }
  }

  private static func pause(after error: IdentityError) -> (Duration, TokenError.Origin)? {
    let status: Int
    switch error {
    case .refused(let refusal): status = refusal.status
    case .unexpected(let response): status = response.status
    case .transport, .credential, .assertionProvider, .request, .platform, .platformRefused:
      return nil
    }
    if let asked = error.retryAfter { return (asked, .throttled) }
    if status == 429 || status >= 500 { return (defaultPause, .throttled) }
    guard case .refused = error, status == 400 else { return nil }
    return (refusalPause, .remembered)
  }
}
