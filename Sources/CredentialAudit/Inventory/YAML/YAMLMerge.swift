/// The merge key `<<` (yaml.org/type/merge.html): entries of another mapping, or of a list of them,
/// where the mapping itself does not say otherwise; of a list, the first that says something wins.
struct YAMLMerge {
  private var sources: [[YAMLEntry]] = []

  mutating func add(_ node: YAMLNode, _ composer: inout YAMLComposer) {
    switch node.content {
    case .mapping(let entries): sources.append(entries)
    case .sequence(let items):
      for item in items {
        if case .mapping(let entries) = item.content {
          sources.append(entries)
        } else {
          refuse(item, &composer)
        }
      }
    case .scalar: refuse(node, &composer)
    }
  }

  private func refuse(_ node: YAMLNode, _ composer: inout YAMLComposer) {
    composer.report(
      YAMLProblem(
        .merge, at: node.position, "\"<<\" takes a mapping or a list of mappings, not \(node.noun)",
        hint: "<<: *name, or <<: [*one, *two]"))
  }

  /// Adds what is merged; how many entries that was.
  func apply(to entries: inout [YAMLEntry]) -> Int {
    guard !sources.isEmpty else { return 0 }
    var known = Set(entries.map(\.key))
    var added = 0
    for entry in sources.joined() where known.insert(entry.key).inserted {
      entries.append(entry)
      added += 1
    }
    return added
  }
}
