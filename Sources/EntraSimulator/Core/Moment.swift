import Foundation

/// A moment in UTC and the Gregorian calendar, in the spellings that the service uses.
struct Moment {
  private let year: Int
  private let month: Int
  private let day: Int
  private let weekday: Int
  private let second: Int
  /// Ten-millionths of a second.
  private let fraction: Int

  init(_ date: Date) {
    // Before year 1 and after 9999 the spellings have no form: registered dates may be open-ended.
    let seconds = min(
      max(date.timeIntervalSince1970.rounded(.down), -62_135_596_800), 253_402_300_799)
    let whole = Int(seconds)
    let rest = date.timeIntervalSince1970 - seconds
    fraction = (0..<1).contains(rest) ? min(9_999_999, Int((rest * 1e7).rounded())) : 0
    let days = Int((Double(whole) / 86_400).rounded(.down))
    second = whole - days * 86_400
    weekday = ((days + 4) % 7 + 7) % 7
    // Days since 0000-03-01, in eras of 400 years: leap days then fall at the end of a year.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  private func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private var date: String { "\(padded(year, 4))-\(padded(month))-\(padded(day))" }
  private var time: String {
    "\(padded(second / 3_600)):\(padded(second / 60 % 60)):\(padded(second % 60))"
  }

  /// `2026-11-22 18:00:00Z`, with a blank where ISO 8601 has a T.
  var stamp: String { "\(date) \(time)Z" }

  /// `2026-11-22T18:00:00.0000000Z`
  var precise: String { "\(date)T\(time).0000000Z" }

  /// `2026-11-22T18:00:00Z`, or with seven decimals where the second is not whole.
  var directory: String {
    let decimals = fraction == 0 ? "" : "." + padded(fraction, 7)
    return "\(date)T\(time)\(decimals)Z"
  }

  /// `2026-11-22T18:00:00`, as Graph's errors say it.
  var bare: String { "\(date)T\(time)" }

  /// `11/22/2026 18:00:00`
  var american: String { "\(padded(month))/\(padded(day))/\(padded(year, 4)) \(time)" }

  /// IMF-fixdate (RFC 9110, section 5.6.7).
  var httpDate: String {
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return "\(days[weekday]), \(padded(day)) \(months[month - 1]) \(padded(year, 4)) \(time) GMT"
  }
}
