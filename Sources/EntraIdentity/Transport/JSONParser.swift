/// A parser of JSON texts (RFC 8259) for what comes from the network.
///
/// It is strict about the grammar and bounded in depth: thousands of opening brackets would end a
/// recursive parser's process. Of a name that stands twice the last value counts, as in
/// ECMAScript; a number beyond a `Double` and text that is not UTF-8 are refused; half a surrogate
/// pair becomes U+FFFD; a byte order mark is skipped. Text is ``Swift/String/streamSafe``.
package struct JSONParser {
  /// Why a text is not JSON; where it stops being so.
  package struct Problem: Error, Hashable, Sendable {
    package let offset: Int
  }

  private let bytes: [UInt8]
  private let maximumDepth: Int
  private var position = 0
  /// Whether a name stood more than once in the object that the text is.
  private(set) var hasRepeatedNames = false

  /// Makes a parser at the start of a text.
  /// - Parameters:
  ///   - bytes: The text.
  ///   - maximumDepth: How deep arrays and objects may be in each other.
  package init(_ bytes: [UInt8], maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func document() throws(Problem) -> JSONValue {
    let value = try value(depth: 0)
    try end()
    return value
  }

  /// Makes sure that nothing but blanks is left.
  package mutating func end() throws(Problem) {
    skipBlanks()
    guard position == bytes.count else { throw problem }
  }

  /// Whether what comes next begins an object.
  mutating func isAtObject() -> Bool {
    skipBlanks()
    return next == UInt8(ascii: "{")
  }

  /// Takes one value, and tells where it stands: whoever copies the text of what it does not
  /// understand loses nothing of it, be it a number of forty digits.
  package mutating func locatedValue(depth: Int) throws(Problem) -> (
    value: JSONValue, range: Range<Int>
  ) {
    skipBlanks()
    let start = position
    let value = try value(depth: depth)
    return (value, start..<position)
  }

  private var problem: Problem { Problem(offset: position) }
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      position += 1
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(Problem) -> JSONValue {
    skipBlanks()
    guard let byte = next else { throw problem }
    switch byte {
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ text: String, _ value: JSONValue) throws(Problem) -> JSONValue {
    guard bytes[position...].starts(with: text.utf8) else { throw problem }
    position += text.utf8.count
    return value
  }

  private mutating func object(depth: Int) throws(Problem) -> JSONValue {
    var members: [String: JSONValue] = [:]
    try self.members(depth: depth) { parser, name, _ throws(Problem) in
      let earlier = members.updateValue(try parser.value(depth: depth), forKey: name)
      if earlier != nil, depth == 1 { parser.hasRepeatedNames = true }
    }
    return .object(members)
  }

  /// Walks through an object.
  /// - Parameters:
  ///   - depth: How deep it is: 1 for the text's own.
  ///   - body: Hears each name and where it stands with its quotes, and has to take the value.
  /// - Throws: Where the text is not an object, and what `body` throws.
  package mutating func members(
    depth: Int, _ body: (inout JSONParser, String, Range<Int>) throws(Problem) -> Void
  ) throws(Problem) {
    skipBlanks()
    guard depth <= maximumDepth, take("{") else { throw problem }
    skipBlanks()
    if take("}") { return }
    while true {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw problem }
      let start = position
      let name = try string()
      let range = start..<position
      skipBlanks()
      guard take(":") else { throw problem }
      try body(&self, name, range)
      skipBlanks()
      if take("}") { return }
      guard take(",") else { throw problem }
    }
  }

  private mutating func array(depth: Int) throws(Problem) -> JSONValue {
    var elements: [JSONValue] = []
    try self.elements(depth: depth) { elements.append($0) }
    return .array(elements)
  }

  /// Walks through an array, so that a long one never lies in memory whole.
  /// - Parameters:
  ///   - depth: How deep it is: 1 for the text's own.
  ///   - body: Hears each element.
  /// - Throws: Where the text is no array or the array is not whole.
  package mutating func elements(depth: Int, _ body: (JSONValue) -> Void) throws(Problem) {
    skipBlanks()
    guard depth <= maximumDepth, take("[") else { throw problem }
    skipBlanks()
    if take("]") { return }
    while true {
      body(try value(depth: depth))
      skipBlanks()
      if take("]") { return }
      guard take(",") else { throw problem }
    }
  }

  private mutating func digits() throws(Problem) {
    let start = position
    while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
    guard position > start else { throw problem }
  }

  private mutating func number() throws(Problem) -> JSONValue {
    let start = position
    _ = take("-")
    if !take("0") { try digits() }
    var isWhole = true
    if take(".") {
      isWhole = false
      try digits()
    }
    if take("e") || take("E") {
      isWhole = false
      if !take("+") { _ = take("-") }
      try digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let whole = Int(text) { return .integer(whole) }
    guard let value = Double(text), value.isFinite else { throw problem }
    return .number(value)
  }

  private mutating func string() throws(Problem) -> String {
    position += 1
    // Almost all text is ASCII without escapes and is taken at once.
    let start = position
    let isASCII = skipPlain()
    let plain = start..<position
    if take("\"") {
      return isASCII ? String(decoding: bytes[plain], as: UTF8.self) : try text(bytes[plain])
    }
    var result = Array(bytes[plain])
    while true {
      guard let byte = next, byte >= 0x20 else { throw problem }
      position += 1
      guard byte == UInt8(ascii: "\\") else { break }
      try escape(into: &result)
      let start = position
      _ = skipPlain()
      result += bytes[start..<position]
    }
    return try text(result[...])
  }

  /// Skips the characters that mean themselves.
  /// - Returns: Whether all of them are ASCII.
  private mutating func skipPlain() -> Bool {
    var all: UInt8 = 0
    while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
      all |= byte
      position += 1
    }
    return all < 0x80
  }

  private func text(_ bytes: ArraySlice<UInt8>) throws(Problem) -> String {
    guard let whole = String(validating: bytes, as: UTF8.self) else { throw problem }
    return whole.streamSafe
  }

  private mutating func escape(into text: inout [UInt8]) throws(Problem) {
    guard let byte = next else { throw problem }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var unit = try hexUnit()
      if (0xD800..<0xDC00).contains(unit), bytes[position...].starts(with: "\\u".utf8) {
        let mark = position
        position += 2
        let low = try hexUnit()
        if (0xDC00..<0xE000).contains(low) {
          unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
        } else {
          position = mark
        }
      }
      text.append(contentsOf: String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8)
    default: throw problem
    }
  }

  private mutating func hexUnit() throws(Problem) -> UInt32 {
    guard bytes.count - position >= 4 else { throw problem }
    var unit: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw problem
      }
      unit = unit << 4 | UInt32(digit)
    }
    position += 4
    return unit
  }
}
