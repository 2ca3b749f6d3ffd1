import CredentialAudit
import Foundation

/// Phrases that more than one format says.
package enum Wording {
  /// `1,203`.
  static func number(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var result = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { result += "," }
      result.append(digit)
    }
    return number < 0 ? "-" + result : result
  }

  /// `1 credential`, `1,203 credentials`.
  static func count(_ number: Int, _ singular: String, _ plural: String) -> String {
    "\(self.number(number)) \(number == 1 ? singular : plural)"
  }

  /// With a capital at the start, and the rest as it is.
  static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// A snake_case word as people write it.
  static func spaced(_ word: String) -> String {
    // Most have one part, and every row of every report asks.
    word.utf8.contains(UInt8(ascii: "_")) ? word.replacing("_", with: " ") : word
  }

  /// What `days_left`, a floor, means, in words.
  package static func daysLeft(_ days: Int) -> String {
    switch days {
    case ..<(-1): "ended \(number(Int(clamping: days.magnitude))) days ago"
    case -1: "ended within the last day"
    case 0: "ends within a day"
    case 1: "1 day left"
    default: "\(number(days)) days left"
    }
  }

  /// `22 Nov 2026`.
  static func day(_ date: Date) -> String {
    let moment = UTCMoment(date)
    return "\(moment.day) \(month(moment.month)) \(moment.year)"
  }

  /// `22 Nov 2026, 03:00 UTC`.
  static func minute(_ date: Date) -> String {
    let time = date.rfc3339.split(separator: "T").last ?? ""
    return "\(day(date)), \(time.prefix(5)) UTC"
  }

  /// `Nov`; numbered from 1.
  static func month(_ number: Int) -> String {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return names.indices.contains(number - 1) ? names[number - 1] : String(number)
  }

  /// `42 s`, `3 min 5 s`, `2 h 10 min`.
  static func span(_ seconds: Int) -> String {
    switch seconds {
    case ..<60: "\(max(0, seconds)) s"
    case ..<3_600: "\(seconds / 60) min \(seconds % 60) s"
    default: "\(number(seconds / 3_600)) h \(seconds / 60 % 60) min"
    }
  }

  /// The whole seconds between two moments, in words.
  static func span(_ start: Date, _ end: Date) -> String {
    let seconds = end.timeIntervalSince(start).rounded()
    return span(seconds.isFinite ? Int(min(max(seconds, 0), 1e9)) : 0)
  }

  /// What became of a subject; nil where nothing did.
  static func change(_ change: Change) -> String? {
    switch change {
    case .unchanged: nil
    case .firstSeen: "first seen"
    case .worse, .better, .recovered, .rotated, .gone: change.rawValue
    }
  }

  /// `2 critical, 1 unknown, 28 pass`: worst first, without zeros.
  static func counts(_ counts: RunSummary.Counts) -> String {
    let words = [
      (counts.critical, "critical"), (counts.unknown, "unknown"), (counts.warning, "warning"),
      (counts.pass, "pass"), (counts.skipped, "skipped"), (counts.suppressed, "suppressed"),
    ]
    let said = words.filter { $0.0 > 0 }.map { "\(number($0.0)) \($0.1)" }
    return said.isEmpty ? "none" : said.joined(separator: ", ")
  }
}
