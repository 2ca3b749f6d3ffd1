import Foundation

/// The instants that the inventory writes: a date, meaning that day's end in UTC, or a date-time
/// with its zone (RFC 3339, section 5.6).
enum Instant {
  enum Problem: Error {
    case form
    case noSuchDay
    case noZone
  }

  static func parse(_ text: String) throws(Problem) -> Date {
    let datePart = text.prefix(10)
    guard Self.looksLikeDate(datePart) else { throw .form }
    guard let day = CalendarDate(datePart) else { throw .noSuchDay }
    let rest = text.dropFirst(10)
    guard let separator = rest.first else { return day.end }
    guard "Tt ".contains(separator) else { throw .form }
    let (seconds, zone) = try time(rest.dropFirst())
    return day.start + seconds - (try offset(zone))
  }

  private static func looksLikeDate(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [4, 2, 2]
      && parts.allSatisfy { Decimal.digits($0) != nil }
  }

  /// `hh:mm:ss` with an optional fraction, and what follows it.
  private static func time(_ text: Substring) throws(Problem) -> (Double, Substring) {
    let clock = text.prefix(8)
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [2, 2, 2],
      let hour = Decimal.digits(parts[0]), let minute = Decimal.digits(parts[1]),
      let second = Decimal.digits(parts[2]), hour < 24, minute < 60, second < 60
    else { throw .form }
    var seconds = Double(hour * 3600 + minute * 60 + second)
    var rest = text.dropFirst(8)
    if rest.first == "." {
      let fraction = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      guard !fraction.isEmpty, let value = Double("0." + fraction) else { throw .form }
      seconds += value
      rest = rest.dropFirst(1 + fraction.count)
    }
    return (seconds, rest)
  }

  private static func offset(_ zone: Substring) throws(Problem) -> Double {
    guard let sign = zone.first else { throw .noZone }
    if zone == "Z" || zone == "z" { return 0 }
    let parts = zone.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard "+-".contains(sign), parts.map(\.utf8.count) == [2, 2],
      let hours = Decimal.digits(parts[0]), let minutes = Decimal.digits(parts[1]),
      hours < 24, minutes < 60
    else { throw .form }
    return Double(hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
  }
}
