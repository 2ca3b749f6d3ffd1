import CredentialAudit

/// What results of one kind have in common: a check and a code.
///
/// Code scanning groups, explains and dismisses by rule, and what is to be done depends on the code:
/// so `credential.expiry/expired` and `credential.expiry/no-end-known` are two rules.
struct SARIFRule {
  let id: String
  let check: CheckID?
  let code: String
  private let cause: String?
  private let fix: String?
  /// The worst level among its results.
  private var level: SARIFLevel

  init(_ finding: Finding, _ level: SARIFLevel) {
    let meaning = CodeMeaning.of(finding.code)
    id = Self.id(of: finding)
    check = finding.check
    code = finding.code
    cause = meaning?.cause ?? finding.cause
    fix = meaning?.fix ?? finding.fix
    self.level = level
  }

  /// A rule about the run itself.
  init(_ statement: RunStatement) {
    id = "run/\(statement.code)"
    check = nil
    code = statement.code
    cause = statement.text
    fix = "Run again, and look at the exit code of credaudit."
    level = .error
  }

  /// `check/code`. Within the code only what no viewer reads as another level of the hierarchy
  /// (section 3.5.4), and no more than an id needs: some codes are a server's words.
  static func id(of finding: Finding) -> String {
    let code = finding.code.unicodeScalars.prefix(100).map { scalar -> Character in
      let isWord =
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      return isWord || "-_.".unicodeScalars.contains(scalar) ? Character(scalar) : "-"
    }
    return "\(finding.check.rawValue)/\(String(code))"
  }

  /// Takes in another result of the same rule.
  mutating func include(_ level: SARIFLevel) {
    if level == .error { self.level = .error }
  }

  func write(to json: JSONWriter) throws {
    let entry = check.flatMap(CheckCatalog.entry)
    let question = entry.map { Wording.capitalized($0.question) }
    let summary = Wording.capitalized(cause ?? question ?? code)
    try json.object {
      try json.text("id", id)
      try json.object("shortDescription") { try json.text("text", SARIFText.sentence(summary)) }
      try json.object("fullDescription") {
        let sentences = [question, cause].compactMap { $0 }
        try json.text("text", sentences.map { SARIFText.message($0) }.joined(separator: " "))
      }
      try json.object("defaultConfiguration") { try json.text("level", level.rawValue) }
      try writeHelp(question, entry?.reference, to: json)
      try json.object("properties") {
        try json.texts("tags", [check?.rawValue.prefix { $0 != "." }.description ?? "run"])
        try json.present("check", check?.rawValue)
        try json.text("code", PrintableText.clean(code, maximum: 100))
      }
    }
  }

  private func writeHelp(
    _ question: String?, _ reference: String?, to json: JSONWriter
  ) throws {
    let parts = [
      ("Question", question), ("Cause", cause), ("Fix", fix), ("Reference", reference),
    ].compactMap { name, text in text.map { (name, $0) } }
    try json.object("help") {
      let plain = parts.map { "\($0.0): \(SARIFText.message($0.1))" }
      try json.text("text", plain.joined(separator: "\n"))
      let formatted = parts.map { name, text in
        "**\(name):** \(MarkdownText.prose(SARIFText.braced(text)))"
      }
      try json.text("markdown", formatted.joined(separator: "\n\n"))
    }
  }
}
