/// A JSON value (RFC 8259), as it came from the network: nothing in it is trusted.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Parses one text; see ``JSONParser`` for its limits.
  package static func parse(
    _ bytes: [UInt8], maximumDepth: Int = 64
  ) throws(JSONParser.Problem) -> JSONValue {
    var parser = JSONParser(bytes, maximumDepth: maximumDepth)
    return try parser.document()
  }

  /// A member of an object; nil for everything else.
  package subscript(_ name: String) -> JSONValue? { object?[name] }

  package var object: [String: JSONValue]? {
    if case .object(let members) = self { members } else { nil }
  }

  package var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// A whole number, also one that is written as `3599.0`.
  package var integer: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }

  /// Any number.
  package var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// A whole number, also as text: Entra's v1 endpoint and AD FS write numbers as strings.
  package var lenientInteger: Int? {
    if case .string(let text) = self { Int(text) } else { integer }
  }

  /// The strings of an array of strings; nil where it is no array or holds anything else.
  package var strings: [String]? {
    guard let array else { return nil }
    let strings = array.compactMap(\.string)
    return strings.count == array.count ? strings : nil
  }
}
