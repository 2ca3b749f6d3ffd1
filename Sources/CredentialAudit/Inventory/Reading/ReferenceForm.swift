/// Where a secret, passphrase or assertion is to be read from.
enum ReferenceForm {
  static let kinds = ["env", "file", "command"]

  /// The reference at a field; `noun` is what is referred to, with its article.
  static func read(_ field: Field, _ noun: String) -> SecretReference? {
    if case .scalar(let text, _) = field.node.content, !field.node.isNothing, !text.isEmpty {
      field.report(
        .plainSecret, "\(noun) is written here itself; an inventory only says where it is",
        hint: "write {env: NAME}, {file: path} or {command: [/path/to/program, …]}, "
          + "and replace what has been in this file: it is known to all who could read it")
      return nil
    }
    guard let fields = field.fields("a mapping of env, file or command", known: kinds) else {
      return nil
    }
    return read(fields, noun, others: [])
  }

  /// The one reference in a mapping that may also hold other kinds, of which none is written.
  static func read(_ fields: Fields, _ noun: String, others: [String]) -> SecretReference? {
    let kinds = Self.kinds + others
    let written = kinds.filter { fields.has($0) }
    guard let word = written.first, written.count == 1, let value = fields[word] else {
      // An unknown key was reported as such; its fix brings the missing one.
      if !written.isEmpty || fields.entries.isEmpty {
        fields.field.report(
          .referenceKind,
          written.isEmpty
            ? "it is not said where \(noun) is"
            : "\(noun) is said to be in two places: " + written.joined(separator: " and "),
          hint: "write exactly one of \(kinds.joined(separator: ", "))")
      }
      return nil
    }
    switch word {
    case "env": return variable(value).map { .env($0) }
    case "file": return value.filePath().map { .file($0) }
    case "command": return command(value).map { .command($0) }
    default: return nil
    }
  }

  /// A name of POSIX's form (IEEE Std 1003.1, section 8.1). Being strict here keeps a secret that
  /// was written in the name's place out of every report: those of Entra hold other characters.
  private static func variable(_ field: Field) -> String? {
    guard let text = field.text("the name of an environment variable") else { return nil }
    let bytes = Array(text.utf8)
    guard bytes.count <= 255, let first = bytes.first, !(0x30...0x39).contains(first),
      bytes.allSatisfy({
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || $0 == 0x5F
      })
    else {
      field.report(
        .variable, "this is not the name of an environment variable",
        hint: "write its name, not its value and without $: letters, digits and _")
      return nil
    }
    return text
  }

  /// A program and its words; there is no shell that would split a line.
  private static func command(_ field: Field) -> [String]? {
    if case .scalar = field.node.content, !field.node.isNothing {
      field.report(
        .command, "a command is a list of words: no shell reads it",
        hint: "write [/usr/bin/vault, kv, get, …]")
      return nil
    }
    guard let items = field.items("a list of words") else { return nil }
    let words = items.compactMap { item -> String? in
      // An empty word is a word.
      if case .scalar("", plain: false) = item.node.content { return "" }
      return item.text("a word")
    }
    guard words.count == items.count else { return nil }
    guard let program = words.first, program.hasPrefix("/"), words.count <= 128,
      words.allSatisfy({ $0.utf8.count <= 4_096 && !$0.utf8.contains(0) }),
      program.unicodeScalars.allSatisfy(PrintableText.isHarmless)
    else {
      field.report(
        .command, "the first word is not the absolute path of a program",
        hint: "write [/usr/bin/vault, kv, get, …]; at most 128 words of 4096 bytes")
      return nil
    }
    return words
  }
}
