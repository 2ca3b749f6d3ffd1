package import Foundation

/// A week of the ISO calendar, in UTC: it begins on Monday and belongs to the year that has its
/// Thursday (ISO 8601).
package struct CalendarWeek: Sendable, Hashable, Comparable {
  package let year: Int
  /// From 1 to 53.
  package let number: Int
  /// Its Monday, 00:00 UTC.
  package let start: Date

  /// The week that a moment is in. A moment beyond the years 1 to 9999 is taken as the nearest
  /// within them: dates come from certificates, and a strange one must not end a command.
  package init(_ date: Date) {
    let seconds = date.timeIntervalSince1970
    let writable = seconds.isNaN ? 0 : min(max(seconds, -62_135_596_800), 253_402_300_799)
    let day = Int((writable / 86_400).rounded(.down))
    // Day 0 was a Thursday, three days after its week's Monday.
    let weekday = ((day + 3) % 7 + 7) % 7
    start = Date(timeIntervalSince1970: Double(day - weekday) * 86_400)
    year = UTCMoment(start + 3 * 86_400).year
    let before = year - 1
    let newYear = before * 365 + before / 4 - before / 100 + before / 400 - 719_162
    number = (day - weekday + 3 - newYear) / 7 + 1
  }

  /// `2026-W48`.
  package var text: String {
    let digits = String(year)
    let padding = String(repeating: "0", count: max(0, 4 - digits.count))
    return "\(padding)\(digits)-W\(number < 10 ? "0" : "")\(number)"
  }

  /// The next week's Monday.
  package var next: Date { start + 7 * 86_400 }

  package static func < (lhs: CalendarWeek, rhs: CalendarWeek) -> Bool { lhs.start < rhs.start }
}
