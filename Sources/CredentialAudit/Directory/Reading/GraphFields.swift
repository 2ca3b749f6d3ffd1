import EntraIdentity
import Foundation

/// An object of a page, whose members are read by name and type. Text in it is untrusted: what is for
/// showing is cleaned and cut, what is for comparing is bounded and left as it is.
struct GraphFields {
  /// No honest text is longer; an issuer has 600 characters at the most.
  private static let longestText = 4_096

  private static let maximumDepth = 24

  private let members: [String: JSONValue]
  private let path: String

  init(_ value: JSONValue, path: String) throws(GraphMalformation) {
    guard let members = value.object else { throw GraphMalformation("\(path) is no object") }
    self.members = members
    self.path = path
  }

  /// An object that is a whole answer.
  init(answer body: [UInt8]) throws(GraphMalformation) {
    let value: JSONValue
    do throws(JSONParser.Problem) {
      value = try JSONValue.parse(body, maximumDepth: Self.maximumDepth)
    } catch {
      throw GraphMalformation("it is no JSON from byte \(error.offset) on")
    }
    try self.init(value, path: "the answer")
  }

  /// Whether a member is there, whatever it is.
  func has(_ name: String) -> Bool { members[name] != nil }

  func guid(_ name: String) throws(GraphMalformation) -> UUID {
    guard let found = try optionalGUID(name) else { throw missing(name) }
    return found
  }

  /// Nil where it is null or missing.
  func optionalGUID(_ name: String) throws(GraphMalformation) -> UUID? {
    guard let text = try raw(name) else { return nil }
    guard text.utf8.count == 36, let found = UUID(uuidString: text) else {
      throw problem(name, "is no GUID")
    }
    return found
  }

  /// Text for showing; nil where it is null, missing or nothing that can be seen.
  func shown(_ name: String, maximum: Int = 256) throws(GraphMalformation) -> String? {
    guard let text = try raw(name)?.cleaned(maximum: maximum), !text.isEmpty else { return nil }
    return text
  }

  /// Text for comparing, exactly as it came; nil where it is null or missing.
  func exact(_ name: String) throws(GraphMalformation) -> String? {
    guard let text = try raw(name) else { return nil }
    guard text.utf8.count <= Self.longestText else { throw problem(name, "is too long") }
    return text
  }

  /// Nil where it is null or missing.
  func date(_ name: String) throws(GraphMalformation) -> Date? {
    guard let text = try raw(name) else { return nil }
    guard let date = GraphDate.parse(text) else { throw problem(name, "is no date") }
    return date
  }

  /// Seconds; nil where it is null or missing.
  func duration(_ name: String) throws(GraphMalformation) -> Double? {
    guard let text = try raw(name) else { return nil }
    guard let seconds = GraphDuration.seconds(text) else { throw problem(name, "is no duration") }
    return seconds
  }

  /// Nil where it is null or missing.
  func bool(_ name: String) throws(GraphMalformation) -> Bool? {
    guard let value = present(name) else { return nil }
    guard let found = value.bool else { throw problem(name, "is neither true nor false") }
    return found
  }

  /// The bytes of Base64 text; nil where it is null or missing, or no Base64.
  func bytes(_ name: String) throws(GraphMalformation) -> [UInt8]? {
    try raw(name).flatMap(GraphBinary.bytes)
  }

  /// The texts of an array, as they came.
  func texts(_ name: String) throws(GraphMalformation) -> [String] {
    guard let texts = present(name)?.strings else { throw problem(name, "is no array of texts") }
    guard texts.allSatisfy({ $0.utf8.count <= Self.longestText }) else {
      throw problem(name, "is too long")
    }
    return texts
  }

  /// The entries of an array that was asked for: one that is missing or null would read like an empty
  /// one, and an application without credentials is good news.
  func list<Entry>(
    _ name: String, _ read: (GraphFields) throws(GraphMalformation) -> Entry
  ) throws(GraphMalformation) -> [Entry] {
    guard let elements = members[name]?.array else { throw problem(name, "is no array") }
    var entries: [Entry] = []
    entries.reserveCapacity(elements.count)
    for (position, element) in elements.enumerated() {
      entries.append(try read(GraphFields(element, path: "\(path).\(name)[\(position)]")))
    }
    return entries
  }

  /// Whether a member is a list of nothing.
  func isEmptyList(_ name: String) -> Bool { members[name]?.array?.isEmpty ?? false }

  /// An object; nil where it is null or missing.
  func object(_ name: String) throws(GraphMalformation) -> GraphFields? {
    guard let value = present(name) else { return nil }
    return try GraphFields(value, path: "\(path).\(name)")
  }

  /// What is wrong where a member has to be there and is not.
  func missing(_ name: String) -> GraphMalformation { problem(name, "is missing") }

  private func raw(_ name: String) throws(GraphMalformation) -> String? {
    guard let value = present(name) else { return nil }
    guard let text = value.string else { throw problem(name, "is no text") }
    return text
  }

  private func present(_ name: String) -> JSONValue? {
    guard let value = members[name], value != .null else { return nil }
    return value
  }

  private func problem(_ name: String, _ what: String) -> GraphMalformation {
    GraphMalformation("\(path).\(name) \(what)")
  }
}
