/// The keys of one mapping so far, to find a second one of the same name. YAML forbids it, most
/// readers silently take the last: a reviewer who sees the first would be misled.
struct YAMLKeys {
  private var places: [String: YAMLPosition] = [:]
  private var few: [(text: String, position: YAMLPosition)] = []

  /// Whether the key is new; a problem that names both places where it is not.
  mutating func insert(
    _ key: (text: String, position: YAMLPosition), _ composer: inout YAMLComposer
  ) -> Bool {
    guard let first = place(of: key.text) else {
      add(key)
      return true
    }
    composer.report(
      YAMLProblem(
        .duplicateKey, at: key.position,
        "\(PrintableText.key(key.text)) is written twice in one mapping: first on line "
          + "\(first.line), column \(first.column)",
        hint: "keep one of them"))
    return false
  }

  private func place(of text: String) -> YAMLPosition? {
    places.isEmpty ? few.first { $0.text == text }?.position : places[text]
  }

  private mutating func add(_ key: (text: String, position: YAMLPosition)) {
    // Nearly every mapping has a handful of keys, for which looking along a list is cheapest.
    if places.isEmpty, few.count < 12 { return few.append(key) }
    if places.isEmpty { for entry in few { places[entry.text] = entry.position } }
    places[key.text] = key.position
  }
}
