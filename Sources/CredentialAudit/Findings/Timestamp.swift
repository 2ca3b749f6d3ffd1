package import Foundation

/// The parts of a moment in UTC, by the proleptic Gregorian calendar.
package struct UTCMoment: Sendable, Hashable {
  package let year: Int
  /// From 1.
  package let month: Int
  /// From 1.
  package let day: Int
  package let hour: Int
  package let minute: Int
  package let second: Int

  /// The moment's second, rounded down.
  package init(_ date: Date) {
    let whole = Self.seconds(of: date)
    let days = (whole - Self.remainder(whole, 86_400)) / 86_400
    let ofDay = Self.remainder(whole, 86_400)
    (hour, minute, second) = (ofDay / 3_600, ofDay / 60 % 60, ofDay % 60)

    // Years here begin in March, so that the leap day is a year's last and months have a formula.
    let shifted = days + 719_468
    let dayOfEra = Self.remainder(shifted, 146_097)
    let era = (shifted - dayOfEra) / 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Seconds since 1970, rounded down. What RFC 3339 has no room for (a year before 1 or after 9999,
  /// an endless date) becomes the nearest moment that it has: dates come from certificates and
  /// inventories, and a strange one must not end a report.
  package static func seconds(of date: Date) -> Int {
    let seconds = date.timeIntervalSince1970
    let earliest = -62_135_596_800.0
    let latest = 253_402_300_799.0
    return Int(seconds.isNaN ? 0 : min(max(seconds.rounded(.down), earliest), latest))
  }

  private static func remainder(_ value: Int, _ divisor: Int) -> Int {
    let rest = value % divisor
    return rest < 0 ? rest + divisor : rest
  }
}

extension Date {
  /// RFC 3339, section 5.6, in UTC and whole seconds: `2026-11-22T03:00:00Z`. The one place where
  /// a moment becomes text for reports and the store.
  package var rfc3339: String {
    let moment = UTCMoment(self)
    let (hour, minute) = (Self.padded(moment.hour, 2), Self.padded(moment.minute, 2))
    return "\(Self.day(of: moment))T\(hour):\(minute):\(Self.padded(moment.second, 2))Z"
  }

  /// The day in UTC: `2026-11-22`.
  package var utcDay: String { Self.day(of: UTCMoment(self)) }

  private static func day(of moment: UTCMoment) -> String {
    "\(padded(moment.year, 4))-\(padded(moment.month, 2))-\(padded(moment.day, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    var digits = String(number)
    while digits.utf8.count < width { digits = "0" + digits }
    return digits
  }
}
