import EntraIdentity

/// Shows that a file says what it said before, and what is new where it belongs, and nothing else.
struct UpdateProof {
  /// How one comes from a document's root to what is in it.
  private enum Step: Hashable {
    case key(String)
    case item(Int)
  }

  let additions: [InventoryDraft.Addition]
  let applications: [DraftApplication]
  let tenant: InventoryTenant

  init(
    additions: [InventoryDraft.Addition], applications: [DraftApplication],
    to tenant: InventoryTenant
  ) {
    self.additions = additions
    self.applications = applications
    self.tenant = tenant
  }

  /// Compares everything that is in both, by what it says and where.
  func says(_ new: [UInt8], asMuchAs old: [UInt8]) -> Bool {
    guard let before = try? YAMLDocument.whole(old).node,
      let after = try? YAMLDocument.whole(new).node, let growth = growth(of: before)
    else { return false }
    return Comparison(growth: growth).isSame(before, after)
  }

  /// What lists are to get at their ends, by where they stand; nil where one is not there.
  private func growth(of root: YAMLNode) -> [[Step]: [YAMLNode]]? {
    let tenants = root["tenants"]?.items ?? []
    guard let place = tenants.firstIndex(where: { $0["name"]?.text == tenant.name }) else {
      return nil
    }
    let path: [Step] = [.key("tenants"), .item(place), .key("applications")]
    let declared = tenants[place]["applications"]?.items ?? []
    let places = Dictionary(
      declared.enumerated().map { ($1["name"]?.text ?? "", $0) }
    ) { first, _ in first }
    var growth = [path: Self.nodes(DraftText().lines(applications, dash: 0))]
    for addition in additions {
      guard let place = places[addition.application.name] else { return nil }
      growth[path + [.item(place), .key("credentials")]] = Self.nodes(
        DraftText().lines(addition.credentials, dash: 0))
    }
    return growth
  }

  /// What a list says that stands alone.
  private static func nodes(_ lines: [String]) -> [YAMLNode] {
    let text = lines.map { $0 + "\n" }.joined()
    return (try? YAMLDocument.whole(Array(text.utf8)).node)?.items ?? []
  }

  /// One walk through both documents.
  private struct Comparison {
    let growth: [[Step]: [YAMLNode]]

    func isSame(_ old: YAMLNode, _ new: YAMLNode) -> Bool {
      var path: [Step] = []
      return isSame(old, new, at: &path)
    }

    private func isSame(_ old: YAMLNode, _ new: YAMLNode, at path: inout [Step]) -> Bool {
      switch (old.content, new.content) {
      case (.scalar, .scalar): return old.content == new.content
      case (.sequence(let before), .sequence(let after)):
        let added = growth[path] ?? []
        // An anchored list that stands in two places grows twice.
        guard after.count == before.count + added.count else { return false }
        for (number, pair) in zip(before, after).enumerated() {
          path.append(.item(number))
          defer { path.removeLast() }
          guard isSame(pair.0, pair.1, at: &path) else { return false }
        }
        return zip(added, after[before.count...]).allSatisfy { $0.saysTheSame(as: $1) }
      case (.mapping(let before), .mapping(let after)):
        guard before.count == after.count else { return false }
        for (old, new) in zip(before, after) {
          path.append(.key(old.key))
          defer { path.removeLast() }
          guard old.key == new.key, isSame(old.value, new.value, at: &path) else { return false }
        }
        return true
      default: return false
      }
    }
  }
}

extension YAMLNode {
  /// The value of a key, where it is a mapping that has it.
  fileprivate subscript(key: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  fileprivate var items: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  fileprivate var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// Whether both say the same, wherever they stand.
  fileprivate func saysTheSame(as other: YAMLNode) -> Bool {
    switch (content, other.content) {
    case (.sequence(let own), .sequence(let others)):
      own.count == others.count && zip(own, others).allSatisfy { $0.saysTheSame(as: $1) }
    case (.mapping(let own), .mapping(let others)):
      own.count == others.count
        && zip(own, others).allSatisfy { $0.key == $1.key && $0.value.saysTheSame(as: $1.value) }
    default: content == other.content
    }
  }
}
