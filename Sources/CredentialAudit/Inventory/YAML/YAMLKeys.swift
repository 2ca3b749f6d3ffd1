/// The keys of one mapping so far, to find a second one of the same name. YAML forbids it, most
/// readers silently take the last: a reviewer who sees the first would be misled.
struct YAMLKeys {
  private var places = TextTable<YAMLPosition>()

  /// Whether the key is new; a problem that names both places where it is not.
  mutating func insert(
    _ key: (text: String, position: YAMLPosition), _ composer: inout YAMLComposer
  ) -> Bool {
    guard let first = places[key.text] else {
      places.add(key.position, of: key.text)
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
}
