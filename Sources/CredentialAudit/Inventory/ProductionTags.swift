/// By which tags a credential is known to be production's: among equals it is shown first.
package struct ProductionTags: Sendable, Hashable {
  /// In the inventory's order.
  package let entries: [ProductionTag]

  package init(_ entries: [ProductionTag] = []) {
    self.entries = entries
  }

  /// Whether any of a subject's tags is one of them.
  package func cover(_ tags: [String]) -> Bool {
    entries.contains { tags.contains(where: $0.fits) }
  }

  /// What is to be said of entries that fit no tag of an inventory. They are no mistake that a run has
  /// to end for: the tag may be what the next tenant brings.
  func notices(for inventory: Inventory) -> [RunNotice] {
    guard !entries.isEmpty else { return [] }
    let credentials = inventory.tenants.flatMap(\.applications).flatMap(\.credentials)
    let tags = Set(credentials.flatMap(\.tags))
    return entries.filter { !tags.contains(where: $0.fits) }.map { entry in
      let near = Suggestion.hint(for: entry.pattern, among: tags.sorted())
      return RunNotice(
        code: "production-tag-unused",
        message: "\(PrintableText.clean(entry.location.file)):\(entry.location.line): "
          + "no credential has a tag that fits \(PrintableText.quoted(entry.pattern, limit: 64)) "
          + "of production_tags" + (near.map { "; \($0)" } ?? ""),
        // Tags may be customers' names: this is for the report of all of them.
        tenant: "*")
    }
  }
}
