extension JSONValue {
  /// The value as a JSON text (RFC 8259): without blanks, members in the order of their names, so
  /// that one value has one text.
  package var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// The value as a JSON text of ASCII alone, as Python writes it: it reads the same in whatever
  /// encoding a file is opened.
  var asciiText: [UInt8] {
    var result: [UInt8] = []
    for unit in text.utf16 {
      if unit < 0x80 {
        result.append(UInt8(unit))
      } else {
        result += "\\u\(Self.fourDigits(unit))".utf8
      }
    }
    return result
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += String(value)
    case .string(let value): Self.write(value, to: &text)
    case .array(let elements):
      text += "["
      for (position, element) in elements.enumerated() {
        if position > 0 { text += "," }
        element.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (position, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
        if position > 0 { text += "," }
        Self.write(member.key, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  private static func write(_ value: String, to text: inout String) {
    text += "\""
    // Nearly all texts are plain, and appended whole they cost a small part of one by one.
    if value.utf8.contains(where: isEscaped) {
      escape(value, to: &text)
    } else {
      text += value
    }
    text += "\""
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func escape(_ value: String, to text: inout String) {
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{00}"..<"\u{20}":
        text += "\\u" + fourDigits(UInt16(scalar.value))
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  private static func fourDigits(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
