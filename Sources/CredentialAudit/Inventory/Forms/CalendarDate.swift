package import Foundation

/// A day of the Gregorian calendar, in UTC.
package struct CalendarDate: Hashable, Sendable, Comparable {
  let year: Int
  let month: Int
  let day: Int

  /// `yyyy-mm-dd`, from 1970 to 9999; nil for every other form and for days that do not exist.
  package init?(_ text: some StringProtocol) {
    guard let parts = Decimal.parts(of: text, between: "-", digits: [4, 2, 2]) else { return nil }
    (year, month, day) = (parts[0], parts[1], parts[2])
    guard year >= 1970, (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01.
  var dayNumber: Int {
    // Years from March on, so that the leap day is a year's last.
    let shifted = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  }

  var start: Date { Date(timeIntervalSince1970: Double(dayNumber) * 86_400) }

  /// The last second of the day: what ends "on" a day is shown with that day.
  package var end: Date { start + 86_399 }

  /// The first moment that is no longer of this day.
  package var next: Date { start + 86_400 }

  package static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.dayNumber < b.dayNumber }
}
