import Foundation

/// `application/x-www-form-urlencoded` text (WHATWG URL, section 5), as fields in their order.
struct FormText: Sendable {
  let fields: [(name: String, value: String)]

  init(_ text: some StringProtocol) {
    fields = text.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (Self.decode(parts[0]), parts.count > 1 ? Self.decode(parts[1]) : "")
    }
  }

  /// The first field of that name; an empty one counts as missing (RFC 6749, section 3.2).
  subscript(name: String) -> String? {
    fields.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  static func decode(_ text: some StringProtocol) -> String {
    let spaced = String(text).replacing("+", with: " ")
    return spaced.removingPercentEncoding ?? spaced
  }

  static func encode(_ text: String) -> String {
    var output = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x2A:
        output.unicodeScalars.append(UnicodeScalar(byte))
      case 0x20: output += "+"
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        output += digits.count == 1 ? "%0" + digits : "%" + digits
      }
    }
    return output
  }
}
