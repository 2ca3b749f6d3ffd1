/// The entries of one mapping.
struct Fields {
  let field: Field
  let entries: [YAMLEntry]

  /// The value of a key, where it is written.
  subscript(key: String) -> Field? {
    for entry in entries where entry.key.isWord(key) {
      return Field(node: entry.value, path: .key(field.path, key), file: field.file)
    }
    return nil
  }

  /// The value of a key that must be there.
  func required(_ key: String, hint: String? = nil) -> Field? {
    if let value = self[key] { return value }
    field.report(.missingKey, "\"\(key)\" is missing", hint: hint)
    return nil
  }

  func has(_ key: String) -> Bool {
    entries.contains { $0.key.isWord(key) }
  }

  /// Notes every key that the format does not know here.
  func checkKeys(_ known: [String]) {
    for entry in entries where !known.contains(where: entry.key.isWord) {
      Self.reportUnknown(entry, known: known, path: field.path, file: field.file)
    }
  }

  static func reportUnknown(
    _ entry: YAMLEntry, known: [String], path: FieldPath, file: InventoryFile
  ) {
    let allowed = "allowed here: " + known.joined(separator: ", ")
    let near = Suggestion.hint(for: entry.key, among: known)
    // `secret: {value}` makes the value a key: below credentials, only what is nearly one of ours is
    // shown.
    let isShown =
      PrintableText.isKeyLike(entry.key, capitals: true) && (near != nil || !path.isConfidential)
    file.log.report(
      InventoryProblem(
        location: file.location(entry.keyPosition), code: .unknownKey,
        path: FieldPath.key(path, isShown ? entry.key : "…").text,
        message: isShown
          ? "unknown key \(PrintableText.quoted(entry.key))" : "an unknown key",
        hint: near.map { "\($0) \(allowed)" } ?? allowed))
  }
}
