import EntraIdentity

/// Shows that a file says what it said before, and what is new, and nothing else.
enum UpdateProof {
  /// What the comparison came upon.
  private struct Count {
    /// Names of what stands at the end of lists that have become longer.
    var added: [String] = []
    var differs = false
  }

  static func says(_ new: [UInt8], asMuchAs old: [UInt8], andMore draft: InventoryDraft) -> Bool {
    guard let before = try? YAMLDocument.whole(old).node,
      let after = try? YAMLDocument.whole(new).node
    else { return false }
    var count = Count()
    compare(before, after, &count)
    let names =
      draft.additions.flatMap { $0.credentials.map(\.name) } + draft.applications.map(\.name)
    // An anchored list that stands in two places has grown twice.
    return !count.differs && count.added.sorted() == names.sorted()
  }

  private static func compare(_ old: YAMLNode, _ new: YAMLNode, _ count: inout Count) {
    switch (old.content, new.content) {
    case (.scalar, .scalar):
      if old.content != new.content { count.differs = true }
    case (.sequence(let before), .sequence(let after)) where before.count <= after.count:
      for (old, new) in zip(before, after) { compare(old, new, &count) }
      for item in after.dropFirst(before.count) { count.added.append(name(of: item)) }
    case (.mapping(let before), .mapping(let after)):
      compare(before, after, &count)
    default: count.differs = true
    }
  }

  /// By their keys: what a merge brings stands behind all that is written.
  private static func compare(_ old: [YAMLEntry], _ new: [YAMLEntry], _ count: inout Count) {
    var left = Dictionary(new.map { ($0.key, $0.value) }) { first, _ in first }
    for entry in old {
      guard let same = left.removeValue(forKey: entry.key) else {
        count.differs = true
        continue
      }
      compare(entry.value, same, &count)
    }
    if !left.isEmpty { count.differs = true }
  }

  private static func name(of node: YAMLNode) -> String {
    guard case .mapping(let entries) = node.content,
      let name = entries.first(where: { $0.key == "name" }),
      case .scalar(let text, _) = name.value.content
    else { return "" }
    return text
  }
}
