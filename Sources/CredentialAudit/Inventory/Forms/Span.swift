/// Spans of time as the inventory writes them: a whole number and one unit.
package enum Span {
  /// `30d`; nil for every other form, and for more than a hundred years.
  package static func days(_ text: String) -> Days? {
    guard text.last == "d", let count = Decimal.whole(text.dropLast()), count <= 36_500 else {
      return nil
    }
    return Days(count)
  }

  /// `500ms`, `20s`, `60m`, `12h`, `2d`.
  static func duration(_ text: String) -> Duration? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let count = Decimal.whole(digits), count <= 1_000_000_000 else { return nil }
    switch text.dropFirst(digits.count) {
    case "ms": return .milliseconds(count)
    case "s": return .seconds(count)
    case "m": return .seconds(count * 60)
    case "h": return .seconds(count * 3_600)
    case "d": return .seconds(count * 86_400)
    default: return nil
    }
  }

  /// `50/s`, `100/m` or `3000/h`, as requests a second.
  static func rate(_ text: String) -> Double? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let count = Decimal.number(parts[0]), count > 0 else { return nil }
    switch parts[1] {
    case "s": return count
    case "m": return count / 60
    case "h": return count / 3_600
    default: return nil
    }
  }
}
