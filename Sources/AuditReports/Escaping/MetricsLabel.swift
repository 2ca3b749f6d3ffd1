/// The value of a label in Prometheus' text format.
enum MetricsLabel {
  /// Longer than any name that an inventory may write.
  static let maximum = 500

  /// The text in quotes, with the format's own escapes.
  ///
  /// Two texts never become one, because two equal sets of labels make a scraper refuse the whole
  /// file. So nothing is left out: what would act on whoever looks at it is written as `\u{1b}`,
  /// a backslash that would be taken for the beginning of that as `\u{5c}`, and what is cut ends
  /// with its hash.
  static func quoted(_ text: String) -> String {
    if text.utf8.count <= maximum, text.utf8.allSatisfy(isPlain) { return "\"\(text)\"" }
    var result = "\""
    var rest = text.unicodeScalars.prefix(maximum)
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"": result += "\\\""
      case "\\" where rest.starts(with: "u{".unicodeScalars): result += named(scalar)
      case "\\": result += "\\\\"
      case _ where PrintableText.isHarmful(scalar): result += named(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    if text.unicodeScalars.count > maximum { result += "…\(TextDigest.hex(of: text, bytes: 8))" }
    result.unicodeScalars.append("\"")
    return result
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// The backslash is itself escaped, as the format wants it.
  private static func named(_ scalar: Unicode.Scalar) -> String {
    "\\\\u{\(String(scalar.value, radix: 16))}"
  }
}
