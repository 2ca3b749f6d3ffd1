package import EntraIdentity
package import Foundation

/// How far this machine's clock is from a host's, as one answer's `Date` tells it (RFC 9110, section
/// 6.6.1).
package struct ClockReading: Sendable, Hashable {
  /// The host that answered.
  package let host: String
  /// By how many seconds this machine's clock is ahead; negative where it is behind.
  package let offset: TimeInterval
  /// By how many seconds that may be wrong: half of the round trip, and the second that `Date` does
  /// not divide.
  package let uncertainty: TimeInterval

  package init(host: String, offset: TimeInterval, uncertainty: TimeInterval = 1) {
    self.host = host
    self.offset = offset
    self.uncertainty = uncertainty
  }

  /// Reads an answer that came over proven TLS; nil where it does not tell the time.
  /// - Parameters:
  ///   - response: The answer.
  ///   - host: Who gave it.
  ///   - sentAt: When it was asked for, by this machine's clock.
  ///   - receivedAt: When it was there whole, by this machine's clock.
  package init?(_ response: HTTPResponse, of host: String, sentAt: Date, receivedAt: Date) {
    // An answer out of a cache has the time at which it was made (RFC 9111, section 5.1).
    guard response.header("Age") == nil,
      let date = response.header("Date").flatMap({ HTTPDate.parse($0, now: receivedAt) })
    else { return nil }
    let roundTrip = receivedAt.timeIntervalSince(sentAt)
    // A clock that was set meanwhile tells nothing of this answer.
    guard roundTrip >= 0 else { return nil }
    self.init(
      host: host, offset: sentAt.addingTimeInterval(roundTrip / 2).timeIntervalSince(date),
      uncertainty: roundTrip / 2 + 1)
  }

  /// A minute: far more than clocks that are set by a network differ, far less than the five minutes
  /// that services allow.
  package static let tolerance: TimeInterval = 60

  /// Whether the two clocks are certainly further apart than is tolerable.
  package var isOff: Bool { abs(offset) - uncertainty > Self.tolerance }

  /// How this machine's clock stands to the host's, in a sentence without its end.
  package var sentence: String { "this machine's clock is \(Self.place(offset)) \(host)'s" }

  /// ``offset`` in whole seconds.
  package var seconds: Int { Self.whole(offset) }

  /// An offset in words, seen from this machine: `600 s ahead of`, `90 s behind` or `within 1 s of`.
  static func place(_ offset: TimeInterval) -> String {
    switch whole(offset) {
    case -1...1: "within 1 s of"
    case 2...: "\(whole(offset)) s ahead of"
    default: "\(-whole(offset)) s behind"
    }
  }

  /// An offset in whole seconds; what no clock is off by, a made-up date may be.
  private static func whole(_ offset: TimeInterval) -> Int {
    Int(min(max(offset.rounded(), -1e12), 1e12))
  }
}
