import Foundation

/// Where the members of a JSON object lie in its text, found without recursion and before any
/// decoder sees it: nesting is bounded, names are known with their repetitions, and a value can be
/// replaced without writing the rest anew.
///
/// It does not judge the values' own grammar; the decoder that follows does.
struct JSONObject {
  struct Member {
    let name: String
    /// The value's bytes, without the blanks around it.
    let value: Range<Int>
  }

  /// Deeper than any token or key set; a decoder that calls itself stays far from its stack's end.
  private static let maximumDepth = 32

  let members: [Member]

  /// Whether a name stands more than once: RFC 7515, section 4, and RFC 7519, section 4, allow a
  /// reader to refuse that, and one that does not may read another value than the signer's check.
  var hasRepeatedNames: Bool { Set(members.map(\.name)).count != members.count }

  func member(_ name: String) -> Member? { members.first { $0.name == name } }

  init?(_ text: [UInt8]) {
    var scanner = Scanner(text: text)
    guard let members = scanner.object() else { return nil }
    self.members = members
  }

  private struct Scanner {
    let text: [UInt8]
    var position = 0

    init(text: [UInt8]) { self.text = text }

    private var byte: UInt8? { position < text.count ? text[position] : nil }

    private mutating func skipBlanks() {
      while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func take(_ character: Character) -> Bool {
      skipBlanks()
      guard let byte, byte == character.asciiValue else { return false }
      position += 1
      return true
    }

    mutating func object() -> [Member]? {
      guard take("{") else { return nil }
      var members: [Member] = []
      if !take("}") {
        repeat {
          skipBlanks()
          guard let name = name(), take(":"), let value = value() else { return nil }
          members.append(Member(name: name, value: value))
        } while take(",")
        guard take("}") else { return nil }
      }
      skipBlanks()
      return position == text.count ? members : nil
    }

    private mutating func name() -> String? {
      let start = position
      guard skipString() else { return nil }
      let quoted = text[start..<position]
      guard quoted.contains(UInt8(ascii: "\\")) else {
        return String(validating: quoted.dropFirst().dropLast(), as: UTF8.self)?.streamSafe
      }
      // The decoder resolves escapes: "n\u006fnce" is nonce.
      return (try? JSONDecoder().decode(String.self, from: Data(quoted)))?.streamSafe
    }

    private mutating func skipString() -> Bool {
      guard byte == UInt8(ascii: "\"") else { return false }
      position += 1
      // Control characters stand escaped only (RFC 8259, section 7); the decoder lets them pass.
      while let byte, byte >= 0x20 {
        position += byte == UInt8(ascii: "\\") ? 2 : 1
        if byte == UInt8(ascii: "\"") { return true }
      }
      return false
    }

    private mutating func value() -> Range<Int>? {
      skipBlanks()
      let start = position
      var depth = 0
      repeat {
        guard let byte else { return nil }
        switch byte {
        case UInt8(ascii: "\""):
          guard skipString() else { return nil }
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          depth += 1
          guard depth < JSONObject.maximumDepth else { return nil }
          position += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          guard depth > 0 else { return nil }
          depth -= 1
          position += 1
        default:
          if depth == 0 { skipScalar() } else { position += 1 }
        }
      } while depth > 0
      return position > start ? start..<position : nil
    }

    private mutating func skipScalar() {
      while let byte, ![0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x7D, 0x5D].contains(byte) { position += 1 }
    }
  }
}
