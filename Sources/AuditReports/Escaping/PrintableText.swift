/// What any report may show of a text that came from outside: a server's words, a name out of a
/// directory, a path. Each format escapes for itself after this.
enum PrintableText {
  /// More than any honest text has, so that one server's answer cannot fill a report.
  static let maximum = 2_000

  /// The text on one line, without the characters that `isHarmful`, cut where it is too long.
  static func clean(_ text: String, maximum: Int = maximum) -> String {
    if text.utf8.count <= maximum, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      return text
    }
    var result = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      guard count < maximum else {
        result.append("…")
        break
      }
      if isBlank(scalar) {
        result.append(" ")
      } else if !isHarmful(scalar) {
        result.append(scalar)
      } else {
        continue
      }
      count += 1
    }
    return String(result)
  }

  /// Whether a scalar acts on what shows it instead of being shown.
  ///
  /// C0 and C1 controls move a terminal's cursor or recolour it; the bidirectional controls turn
  /// a name's letters around ("Trojan Source"); zero-width and tag characters hide text from the
  /// eye; noncharacters are refused by parsers. The two joiners stay: Persian and many emoji
  /// cannot be written without them.
  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD: true
    case 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F: true
    case 0xFEFF, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xE0000...0xE007F: true
    case let value: value & 0xFFFE == 0xFFFE
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
