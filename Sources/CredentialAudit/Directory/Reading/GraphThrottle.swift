import EntraIdentity
import Foundation

/// What keeps a reading from being throttled: the waits before its requests.
struct GraphThrottle: Sendable {
  private let keyRequestsPerMinute: Int
  private var keyRequests: [Date] = []
  private var earliest = Date.distantPast

  init(_ limits: DirectoryLimits) {
    keyRequestsPerMinute = max(1, limits.keyRequestsPerMinute)
  }

  /// How long to wait before a request. One that asks for `keyCredentials` has a limit of its own.
  mutating func pause(readsKeys: Bool, now: Date) -> Duration {
    var moment = max(now, earliest)
    if readsKeys, keyRequests.count >= keyRequestsPerMinute {
      moment = max(moment, keyRequests[keyRequests.count - keyRequestsPerMinute] + 60)
    }
    return .seconds(moment.timeIntervalSince(now))
  }

  /// Notes that a request is sent.
  mutating func sent(readsKeys: Bool, at now: Date) {
    guard readsKeys else { return }
    keyRequests.append(now)
    if keyRequests.count > keyRequestsPerMinute { keyRequests.removeFirst() }
  }

  /// Heeds how much of its share the reader has used: Graph says so from four fifths on, counted over
  /// ten seconds, and refuses some time after the whole. At the whole, two seconds are left to others.
  mutating func heard(_ response: HTTPResponse, at now: Date) {
    guard let text = response.header("x-ms-throttle-limit-percentage"),
      let share = Double(text), share > Self.free
    else { return }
    earliest = max(earliest, now + min((share - Self.free) * Self.window, Self.window))
  }

  private static let free = 0.8
  private static let window = 10.0
}
