import EntraIdentity

/// `Edm.Binary` as it comes in JSON.
enum GraphBinary {
  /// The bytes; nil for what is none.
  ///
  /// Graph writes Base64 with padding. The OData format itself (JSON Format 4.01, section 7.1) wants
  /// base64url without, and tools that wrote a thumbprint as hexadecimal digits are read for what they
  /// meant: 40 digits are Base64 of nothing that anybody would choose.
  static func bytes(_ text: String) -> [UInt8]? {
    if let digits = thumbprint(of: text.utf8) { return digits }
    let padding = text.utf8.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    guard padding == 0 || padding < 3 && text.utf8.count.isMultiple(of: 4) else { return nil }
    return Base64URL.decode(
      String(decoding: text.utf8.dropLast(padding).map(urlSafe), as: UTF8.self))
  }

  private static func urlSafe(_ character: UInt8) -> UInt8 {
    switch character {
    case UInt8(ascii: "+"): UInt8(ascii: "-")
    case UInt8(ascii: "/"): UInt8(ascii: "_")
    default: character
    }
  }

  /// The twenty bytes of a SHA-1 in forty hexadecimal digits; nil for everything else.
  static func thumbprint(of digits: some Collection<UInt8>) -> [UInt8]? {
    guard digits.count == 40 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(20)
    var high: UInt8?
    for digit in digits {
      let value: UInt8
      switch digit {
      case 0x30...0x39: value = digit - 0x30
      case 0x41...0x46: value = digit - 0x41 + 10
      case 0x61...0x66: value = digit - 0x61 + 10
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return bytes
  }
}
