/// The members of a JSON object in their order, with their repetitions and the place of each value in
/// the text: a signature is over bytes, so a value is replaced there without writing the rest anew.
struct JSONObject {
  struct Member {
    let name: String
    let value: JSONValue
    /// The value's bytes, without the blanks around it.
    let range: Range<Int>
  }

  /// Deeper than any token or key set.
  private static let maximumDepth = 32

  let members: [Member]

  /// Whether a name stands more than once: RFC 7515, section 4, and RFC 7519, section 4, allow a
  /// reader to refuse that, and one that does not may read another value than the signer's check.
  let hasRepeatedNames: Bool

  func member(_ name: String) -> Member? { members.first { $0.name == name } }

  /// The value of the first member of a name.
  subscript(_ name: String) -> JSONValue? { member(name)?.value }

  /// - Parameter text: The text; nil comes back where it is not one JSON object. Unlike that of a document,
  ///   it does not begin with a byte order mark: RFC 8259, section 8.1, forbids its writers that.
  init?(_ text: [UInt8]) {
    guard !text.starts(with: [0xEF, 0xBB, 0xBF]) else { return nil }
    var parser = JSONParser(text, maximumDepth: Self.maximumDepth)
    var members: [Member] = []
    do throws(JSONParser.Problem) {
      try parser.members(depth: 1) { parser, name, _ throws(JSONParser.Problem) in
        let (value, range) = try parser.locatedValue(depth: 1)
        members.append(Member(name: name, value: value, range: range))
      }
      try parser.end()
    } catch {
      return nil
    }
    self.members = members
    hasRepeatedNames = Set(members.map(\.name)).count != members.count
  }
}
