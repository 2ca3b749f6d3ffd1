/// Values of iCalendar's type TEXT (RFC 5545, section 3.3.11).
enum CalendarText {
  /// A text from outside on one line, cut.
  static func escaped(_ text: String, maximum: Int = PrintableText.maximum) -> String {
    var result = ""
    for scalar in PrintableText.clean(text, maximum: maximum).unicodeScalars {
      // A comma would begin another value, a semicolon another part of this one.
      if scalar == "\\" || scalar == ";" || scalar == "," { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// Several lines as one value.
  static func escaped(lines: [String], maximum: Int) -> String {
    lines.map { escaped($0, maximum: maximum) }.joined(separator: "\\n")
  }
}
