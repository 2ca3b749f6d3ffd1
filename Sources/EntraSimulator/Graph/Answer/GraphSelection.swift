/// Which members of an entry are answered.
struct GraphSelection: Sendable {
  let names: [String]?

  init(_ names: [String]?) { self.names = names }

  /// `(id,appId)` behind a collection's name in `@odata.context`.
  var context: String { names.map { "(" + $0.joined(separator: ",") + ")" } ?? "" }

  /// The selected members in the order of the entry; a name that it does not have is refused.
  /// Annotations are never selected and always there.
  func apply(to entry: GraphEntry, type: String) throws(GraphError) -> [JSONValue.Member] {
    let members = entry.members.filter { !entry.missing.contains($0.name) }
    guard let names else { return members.map(Self.withoutCertificates) }
    for name in names where !entry.members.contains(where: { $0.name == name }) {
      throw .noSuchMember(name, of: type)
    }
    return members.filter { names.contains($0.name) || $0.name.hasPrefix("@") }
  }

  /// A certificate is told only to those who select `keyCredentials`.
  private static func withoutCertificates(_ member: JSONValue.Member) -> JSONValue.Member {
    guard member.name == "keyCredentials", let keys = member.value.elements else { return member }
    return JSONValue.Member(
      name: member.name,
      value: .array(
        keys.map { key in
          var key = key
          key["key"] = .null
          return key
        }))
  }
}
