/// A piece of the page. Its literal is markup; whatever is put into that is text, which is cleaned by
/// `HTMLText` and escaped. So no value can reach the page as markup.
///
/// For rows, of which a page has ten thousand: a template looks each of its names up in them.
struct Markup: ExpressibleByStringInterpolation {
  fileprivate(set) var bytes: [UInt8]

  init(stringLiteral literal: String) {
    bytes = Array(literal.utf8)
  }

  init(stringInterpolation interpolation: StringInterpolation) {
    bytes = interpolation.bytes
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + 32 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) {
      bytes.append(contentsOf: literal.utf8)
    }

    /// A text from outside; nothing where there is none.
    mutating func appendInterpolation(_ text: String?, maximum: Int = PrintableText.maximum) {
      guard let text else { return }
      let clean = HTMLText.clean(text, maximum: maximum)
      guard clean.utf8.contains(where: { Self.escape(for: $0) != nil }) else {
        return bytes.append(contentsOf: clean.utf8)
      }
      for byte in clean.utf8 {
        if let escape = Self.escape(for: byte) {
          bytes.append(contentsOf: escape.utf8)
        } else {
          bytes.append(byte)
        }
      }
    }

    /// Another piece; nothing where there is none.
    mutating func appendInterpolation(markup: Markup?) {
      if let markup { bytes.append(contentsOf: markup.bytes) }
    }

    /// Other pieces, one after the other.
    mutating func appendInterpolation(markup: [Markup]) {
      for piece in markup { bytes.append(contentsOf: piece.bytes) }
    }

    /// What stands for a character that would end a text or the value of an attribute.
    private static func escape(for byte: UInt8) -> String? {
      switch byte {
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "'"): "&#39;"
      default: nil
      }
    }
  }
}

extension Bool {
  /// A piece where this is so.
  func then(_ markup: @autoclosure () -> Markup) -> Markup? { self ? markup() : nil }
}
