/// Values of iCalendar's type TEXT (RFC 5545, section 3.3.11).
enum CalendarText {
  /// A text from outside on one line, cut.
  static func escaped(_ text: String, maximum: Int = PrintableText.maximum) -> String {
    let clean = PrintableText.clean(text, maximum: maximum)
    guard clean.utf8.contains(where: hasMeaning) else { return clean }
    var result: [UInt8] = []
    for byte in clean.utf8 {
      if hasMeaning(byte) { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A comma would begin another value, a semicolon another part of this one.
  private static func hasMeaning(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\\") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",")
  }

  /// Several lines as one value.
  static func escaped(lines: [String], maximum: Int) -> String {
    lines.map { escaped($0, maximum: maximum) }.joined(separator: "\\n")
  }
}
