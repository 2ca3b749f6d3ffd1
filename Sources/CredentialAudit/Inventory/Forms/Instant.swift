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
    guard let day = CalendarDate(datePart) else {
      let isForm = Decimal.parts(of: datePart, between: "-", digits: [4, 2, 2]) != nil
      throw isForm ? .noSuchDay : .form
    }
    let rest = text[datePart.endIndex...]
    guard let separator = rest.first else { return day.end }
    guard "Tt ".contains(separator) else { throw .form }
    let (seconds, zone) = try time(rest.dropFirst())
    return day.start + seconds - (try offset(zone))
  }

  /// `hh:mm:ss` with an optional fraction, and what follows it.
  private static func time(_ text: Substring) throws(Problem) -> (Double, Substring) {
    let clock = text.prefix(8)
    guard let parts = Decimal.parts(of: clock, between: ":", digits: [2, 2, 2]),
      parts[0] < 24, parts[1] < 60, parts[2] < 60
    else { throw .form }
    var seconds = Double(parts[0] * 3600 + parts[1] * 60 + parts[2])
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
    guard "+-".contains(sign),
      let parts = Decimal.parts(of: zone.dropFirst(), between: ":", digits: [2, 2]),
      parts[0] < 24, parts[1] < 60
    else { throw .form }
    return Double(parts[0] * 3600 + parts[1] * 60) * (sign == "-" ? -1 : 1)
  }
}
