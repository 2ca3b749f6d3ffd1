import EntraIdentity
import Foundation

/// `Edm.DateTimeOffset` as Graph writes it: RFC 3339 with up to seven decimals, in the years 1 to 9999.
enum GraphDate {
  /// The moment; nil for what is none.
  static func parse(_ text: String) -> Date? {
    var rest = text.utf8[...]
    guard let year = number(&rest, 4), take("-", &rest), let month = number(&rest, 2),
      take("-", &rest), let day = number(&rest, 2), take("T", &rest) || take("t", &rest),
      let hour = number(&rest, 2), take(":", &rest), let minute = number(&rest, 2),
      take(":", &rest), let second = number(&rest, 2), let fraction = fraction(&rest),
      let offset = offset(&rest), rest.isEmpty,
      year >= 1, (1...12).contains(month), (1...length(of: month, in: year)).contains(day),
      hour < 24, minute < 60, second <= 60
    else { return nil }
    let days = GregorianDay.number(year: year, month: month, day: day)
    let time = (hour * 60 + minute - offset) * 60 + second
    return Date(
      timeIntervalSince1970: Double(days * 86_400 + time) + fraction)
  }

  private static func number(_ rest: inout Substring.UTF8View, _ width: Int) -> Int? {
    var value = 0
    for _ in 0..<width {
      guard let digit = rest.popFirst(), (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }

  private static func take(_ character: Unicode.Scalar, _ rest: inout Substring.UTF8View) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// Zero where there is none; nil for a point without digits, or with more than any clock has.
  private static func fraction(_ rest: inout Substring.UTF8View) -> Double? {
    guard take(".", &rest) else { return 0 }
    var (value, unit, count) = (0.0, 1.0, 0)
    while let digit = rest.first, (0x30...0x39).contains(digit) {
      rest.removeFirst()
      value = value * 10 + Double(digit - 0x30)
      unit *= 10
      count += 1
    }
    return (1...12).contains(count) ? value / unit : nil
  }

  /// Minutes east of Greenwich.
  private static func offset(_ rest: inout Substring.UTF8View) -> Int? {
    if take("Z", &rest) || take("z", &rest) { return 0 }
    let isWest = take("-", &rest)
    guard isWest || take("+", &rest), let hours = number(&rest, 2), take(":", &rest),
      let minutes = number(&rest, 2), hours < 24, minutes < 60
    else { return nil }
    return (hours * 60 + minutes) * (isWest ? -1 : 1)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
