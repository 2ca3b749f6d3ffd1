/// A JSON string (RFC 8259, section 7).
enum JSONText {
  /// The text in quotes. Nothing is taken away but what is too long: programs compare names. What
  /// would act on whoever looks at the raw file is written as `\u`, and so are `<`, `>` and `&`, so
  /// that the file may stand inside a page, and the two line ends that JavaScript once ended
  /// strings at.
  static func quoted(_ text: String) -> String {
    standsForItself(text) ? "\"\(text)\"" : escaped(text)
  }

  /// Appends what ``quoted(_:)`` returns.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    guard standsForItself(text) else {
      bytes += escaped(text).utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    bytes += text.utf8
    bytes.append(UInt8(ascii: "\""))
  }

  private static func standsForItself(_ text: String) -> Bool {
    text.utf8.count <= PrintableText.maximum && text.utf8.allSatisfy(isPlain)
  }

  private static func escaped(_ text: String) -> String {
    var result = "\""
    result.reserveCapacity(text.utf8.count + 2)
    var count = 0
    for scalar in text.unicodeScalars {
      guard count < PrintableText.maximum else {
        result.unicodeScalars.append("…")
        break
      }
      count += 1
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "<", ">", "&": result += escaped(scalar)
      case _ where PrintableText.isHarmful(scalar): result += escaped(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    result.unicodeScalars.append("\"")
    return result
  }

  /// Whether a byte stands for itself: in nearly all texts, every one does.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "&"):
      false
    default: byte >= 0x20 && byte < 0x7F
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    UTF16.encode(scalar).map { units in
      units.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      }.joined()
    } ?? ""
  }
}
