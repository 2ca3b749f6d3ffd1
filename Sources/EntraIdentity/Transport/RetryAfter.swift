package import Foundation

/// `Retry-After` (RFC 9110, section 10.2.3): seconds or a date. Seconds with a fraction are beyond the
/// RFC, but Microsoft Graph sends them.
package enum RetryAfter {
  /// The longest wait that is believed. A service that asks for more is asked again after an hour:
  /// a header must not be able to put a job to sleep for ever.
  static let maximum = Duration.seconds(3600)

  /// How long to wait.
  /// - Parameters:
  ///   - value: The header's value.
  ///   - now: The time of the response.
  /// - Returns: Zero for a date that is past, nil for what is neither seconds nor a date.
  package static func parse(_ value: String?, now: Date) -> Duration? {
    guard let text = value?.trimmingCharacters(in: .whitespaces), !text.isEmpty else { return nil }
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      // More digits than a number holds are still a number of seconds.
      return min(maximum, .seconds(Int32(text) ?? .max))
    }
    if let seconds = fractional(text) { return min(maximum, .seconds(seconds)) }
    guard let date = HTTPDate.parse(text, now: now) else { return nil }
    return min(maximum, max(.zero, .seconds(date.timeIntervalSince(now).rounded(.up))))
  }

  private static func fractional(_ text: String) -> Double? {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return Double(text).map { min($0, maximum / .seconds(1)) }
  }
}
