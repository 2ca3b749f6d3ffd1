package import Foundation

/// The three forms of a date in HTTP (RFC 9110, section 5.6.7), all in UTC.
package enum HTTPDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Parses `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or
  /// `Sun Nov  6 08:49:37 1994`; anything else is nil. `now` decides the century of the second.
  package static func parse(_ text: String, now: Date) -> Date? {
    let words = text.lowercased().split { " ,-".contains($0) }
    let (day, month, year, time): (Substring, Substring, Substring, Substring)
    switch words.count {
    case 6 where words[5] == "gmt":
      (day, month, year, time) = (words[1], words[2], words[3], words[4])
    case 5: (day, month, year, time) = (words[2], words[1], words[4], words[3])
    default: return nil
    }
    let clock = time.split(separator: ":", omittingEmptySubsequences: false).map(number)
    guard let day = number(day), (1...31).contains(day),
      let month = months.firstIndex(of: String(month)),
      var year = number(year), clock.count == 3,
      let hour = clock[0], hour < 24, let minute = clock[1], minute < 60,
      let second = clock[2], second <= 60
    else { return nil }
    if words[words.count == 6 ? 3 : 4].count == 2 {
      // A two-digit year that seems more than 50 years ahead is the last one with those digits.
      let thisYear = 1970 + Int(now.timeIntervalSince1970 / 31_556_952)
      year += thisYear - thisYear % 100
      if year > thisYear + 50 { year -= 100 }
    }
    guard (1600...9999).contains(year) else { return nil }
    let days = GregorianDay.number(year: year, month: month + 1, day: day)
    return Date(timeIntervalSince1970: Double(((days * 24 + hour) * 60 + minute) * 60 + second))
  }

  private static func number(_ text: Substring) -> Int? {
    text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
  }
}
