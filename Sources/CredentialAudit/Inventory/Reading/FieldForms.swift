import Foundation

/// The forms that values are written in. Each says what is wrong and what would be right.
extension Field {
  /// `true` or `false`. YAML 1.1 has twenty more words for them, and reads Norway's `no` as one.
  func boolean() -> Bool? {
    switch plainText("true or false") {
    case nil: return nil
    case "true": return true
    case "false": return false
    case let text?:
      report(
        .boolean, "\(shown(text)) is neither true nor false",
        hint: "yes, no, on and off are text here")
      return nil
    }
  }

  func wholeNumber(_ range: ClosedRange<Int>) -> Int? {
    let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    guard let text = plainText(expected) else { return nil }
    guard let value = Decimal.whole(text), range.contains(value) else {
      report(.number, "\(shown(text)) is not \(expected)", hint: "decimal digits only")
      return nil
    }
    return value
  }

  func days(_ range: ClosedRange<Int>) -> Days? {
    guard let text = text("a number of days such as 30d") else { return nil }
    guard let days = Span.days(text), range.contains(days.count) else {
      report(
        .duration, "\(shown(text)) is not a number of days",
        hint: "write \(range.lowerBound)d to \(range.upperBound)d")
      return nil
    }
    return days
  }

  func duration(_ range: ClosedRange<Duration>, _ words: String) -> Duration? {
    guard let text = text("a span of time such as 20s") else { return nil }
    guard let value = Span.duration(text) else {
      report(
        .duration, "\(shown(text)) is not a span of time",
        hint: "write a whole number and one unit: 500ms, 20s, 60m, 12h or 2d")
      return nil
    }
    guard range.contains(value) else {
      report(.duration, "\(shown(text)) is out of range", hint: "write \(words)")
      return nil
    }
    return value
  }

  func rate() -> Double? {
    guard let text = text("a rate such as 50/s") else { return nil }
    guard let value = Span.rate(text), value <= 10_000 else {
      report(
        .rate, "\(shown(text)) is not a rate",
        hint: "write a number of requests and s, m or h: 50/s, 100/m; 10000/s at most")
      return nil
    }
    return value
  }

  /// A date, meaning its end in UTC, or a date-time with its zone.
  func instant() -> Date? {
    guard let text = text("a date such as 2027-01-31") else { return nil }
    let hint = "write a date (2027-01-31) or a date-time with zone (2027-01-31T12:00:00Z)"
    do {
      return try Instant.parse(text)
    } catch {
      switch error {
      case .form: report(.date, "\(shown(text)) is not a date", hint: hint)
      case .noSuchDay: report(.date, "\(shown(text)) is no day of the calendar", hint: hint)
      case .noZone:
        report(.date, "\(shown(text)) has no time zone", hint: "add Z, or an offset such as +01:00")
      }
      return nil
    }
  }

  func guid() -> String? {
    guard let text = text("a GUID") else { return nil }
    guard let value = GUID.canonical(text) else {
      report(
        .guid, "\(shown(text)) is not a GUID",
        hint: "32 hexadecimal digits as 8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4, without braces")
      return nil
    }
    return value
  }

  func name() -> String? {
    guard let text = text("a name") else { return nil }
    guard Name.isValid(text) else {
      report(.name, "\(shown(text)) cannot be a name", hint: Name.allowed)
      return nil
    }
    return text
  }

  /// A line of text.
  func line(_ expected: String, limit: Int = 256) -> String? {
    guard let text = text(expected) else { return nil }
    guard text.utf8.count <= limit || text.unicodeScalars.count <= limit else {
      report(.text, "this is longer than \(limit) characters")
      return nil
    }
    guard PrintableText.isHarmless(text), !PrintableText.isBlank(text) else {
      report(
        .text, "\(shown(text)) is not one line of plain text",
        hint: "without line breaks, control characters or marks that turn the writing around")
      return nil
    }
    return text
  }

  func choice<Value: CaseIterable & RawRepresentable<String>>(_ type: Value.Type) -> Value? {
    var words: [String] { Value.allCases.map(\.rawValue) }
    guard let text = text("one of \(words.joined(separator: ", "))") else { return nil }
    guard let value = Value(rawValue: text) else {
      let allowed = "one of: \(words.joined(separator: ", "))"
      report(
        .choice, "\(shown(text)) is not known here",
        hint: Suggestion.hint(for: text, among: words).map { "\($0) \(allowed)" } ?? allowed)
      return nil
    }
    return value
  }

  func runbook() -> String? {
    guard let text = text("a link") else { return nil }
    guard Runbook.isValid(text) else {
      report(
        .link, "\(shown(text)) is not a link that a report may show",
        hint: "write an https or mailto address")
      return nil
    }
    return text
  }

  /// A path, resolved against the file that names it.
  func filePath() -> String? {
    guard let text = text("a path") else { return nil }
    guard text.utf8.count <= 4_096,
      text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
    else {
      report(.path, "this is not a path", hint: "write where the file is, not what is in it")
      return nil
    }
    guard !text.hasPrefix("~") else {
      report(
        .path, "\"~\" is not expanded here",
        hint: "write the path from / or from this file's folder")
      return nil
    }
    return file.resolve(text)
  }

  /// A list of different lines of text.
  func lines(_ expected: String, limit: Int = 256) -> [String]? {
    guard let items = items("a list") else { return nil }
    var result: [String] = []
    for item in items {
      guard let text = item.line(expected, limit: limit) else { continue }
      if !result.contains(text) { result.append(text) }
    }
    return result
  }
}
