/// The list `production_tags`.
enum ProductionTagsForm {
  static func read(_ field: Field) -> ProductionTags {
    var entries: [ProductionTag] = []
    for item in field.items("a list of tags") ?? [] {
      guard let text = item.line("a tag or a pattern", limit: 64) else { continue }
      if !entries.contains(where: { $0.pattern == text }) {
        entries.append(ProductionTag(text, location: item.location))
      }
    }
    return ProductionTags(entries)
  }
}
