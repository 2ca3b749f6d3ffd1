/// The ways in which a text is written inside another.
enum Escape: CaseIterable {
  /// `%2F` (RFC 3986, section 2.1).
  case percent
  /// `%2F`, and `+` for a blank (the URL standard, section 5.2).
  case form
  /// `\/`, `\"`, `\u002F` (RFC 8259, section 7).
  case json
  /// `&amp;`, `&#x2F;`.
  case html

  /// Whether an escape may begin with the byte.
  func begins(with byte: UInt8) -> Bool {
    switch self {
    case .percent: byte == UInt8(ascii: "%")
    case .form: byte == UInt8(ascii: "+")
    case .json: byte == UInt8(ascii: "\\")
    case .html: byte == UInt8(ascii: "&")
    }
  }

  /// Whether an escape of any kind may begin with the byte.
  static func mayBegin(with byte: UInt8) -> Bool {
    percent.begins(with: byte) || form.begins(with: byte) || json.begins(with: byte)
      || html.begins(with: byte)
  }

  /// What the escape at the beginning means, and how long it is; nil where there is none.
  func unit(_ text: ArraySlice<UInt8>) -> (meaning: [UInt8], length: Int)? {
    switch self {
    case .percent:
      Self.number(text.dropFirst().prefix(2), radix: 16, digits: 2).map { ([UInt8($0)], 3) }
    case .form: ([0x20], 1)
    case .json: Self.json(text)
    case .html: Self.html(text)
    }
  }

  private static func json(_ text: ArraySlice<UInt8>) -> (meaning: [UInt8], length: Int)? {
    guard let kind = text.dropFirst().first else { return nil }
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "'"):
      return ([kind], 2)
    case UInt8(ascii: "n"): return ([0x0A], 2)
    case UInt8(ascii: "r"): return ([0x0D], 2)
    case UInt8(ascii: "t"): return ([0x09], 2)
    case UInt8(ascii: "u"):
      guard let high = unit16(text) else { return nil }
      if let scalar = Unicode.Scalar(high) { return (Array(String(scalar).utf8), 6) }
      // Two escapes make one character beyond the first plane.
      guard let low = unit16(text.dropFirst(6)), (0xD800..<0xDC00).contains(high),
        (0xDC00..<0xE000).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
      else { return nil }
      return (Array(String(scalar).utf8), 12)
    default: return nil
    }
  }

  private static func unit16(_ text: ArraySlice<UInt8>) -> UInt32? {
    guard text.starts(with: #"\u"#.utf8) else { return nil }
    return number(text.dropFirst(2).prefix(4), radix: 16, digits: 4)
  }

  private static let names: [String: UInt8] = [
    "amp": UInt8(ascii: "&"), "lt": UInt8(ascii: "<"), "gt": UInt8(ascii: ">"),
    "quot": UInt8(ascii: "\""), "apos": UInt8(ascii: "'"), "nbsp": 0x20,
  ]

  private static func html(_ text: ArraySlice<UInt8>) -> (meaning: [UInt8], length: Int)? {
    guard let end = text.prefix(10).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: text[text.startIndex..<end].dropFirst(), as: UTF8.self)
    let length = end - text.startIndex + 1
    if let byte = names[name.lowercased()] { return ([byte], length) }
    guard name.hasPrefix("#") else { return nil }
    let isHex = name.lowercased().hasPrefix("#x")
    guard let value = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return (Array(String(scalar).utf8), length)
  }

  private static func number(
    _ text: ArraySlice<UInt8>, radix: Int, digits: Int
  ) -> UInt32? {
    guard text.count == digits, text.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != 0x2D }) else {
      return nil
    }
    return UInt32(String(decoding: text, as: UTF8.self), radix: radix)
  }
}
