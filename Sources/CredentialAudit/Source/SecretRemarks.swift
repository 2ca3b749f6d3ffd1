package import EntraIdentity

/// Whether a secret looks like something else than a secret: the slips that a service answers with
/// "invalid client secret" and nothing more.
package enum SecretRemarks {
  /// What is to be said of a secret, in a fixed order; nothing of it is in the words.
  package static func remarks(on secret: Secret) -> [SourceRemark] {
    secret.withValue { value in
      var remarks: [SourceRemark] = []
      if GUID.canonical(value) != nil { remarks.append(looksLikeID) }
      if isPlaceholder(value) { remarks.append(placeholder) }
      if isQuoted(value) { remarks.append(quoted) }
      // Nearly every secret is; the rest is about what is not seen.
      if value.utf8.allSatisfy(PrintableText.isInk) { return remarks }
      let scalars = value.unicodeScalars
      // By scalars: CR and LF in a row are one Character.
      if scalars.last == "\r" {
        remarks.append(carriageReturn)
      } else if let first = scalars.first, let last = scalars.last, isBlank(first) || isBlank(last)
      {
        remarks.append(blankAtEnd)
      }
      let inner = scalars.last == "\r" ? scalars.dropLast() : scalars[...]
      if inner.contains("\n") {
        remarks.append(severalLines)
      } else if inner.contains(where: isControl) {
        remarks.append(controlCharacter)
      }
      if !value.utf8.allSatisfy({ $0 < 0x80 }) { remarks.append(notASCII) }
      return remarks
    }
  }

  /// Unicode's category Cc, but for the tab.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: scalar != "\t"
    default: false
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    // The tables of Unicode take long to ask.
    if (0x21..<0x7F).contains(scalar.value) { return false }
    return scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
  }

  private static func isQuoted(_ value: String) -> Bool {
    let ends = [value.unicodeScalars.first, value.unicodeScalars.last]
    return ends.contains { $0 == "\"" || $0 == "'" || $0 == "\u{201C}" || $0 == "\u{201D}" }
  }

  private static let words: Set<String> = [
    "changeme", "changeit", "change-me", "change_me", "secret", "password", "passw0rd",
    "placeholder", "todo", "tbd", "dummy", "test", "example", "null", "none", "nil", "undefined",
    "redacted", "yoursecret", "your-secret", "your_secret", "client_secret", "client-secret",
    "clientsecret", "your-client-secret", "your_client_secret", "replaceme", "replace-me",
    "replace_me", "insert-secret-here", "<redacted>",
  ]

  private static let longestWord = words.map(\.utf8.count).max() ?? 0
  private static let frames = [
    ("<", ">"), ("${", "}"), ("{{", "}}"), ("$(", ")"), ("%", "%"), ("__", "__"), ("#{", "}#"),
  ]

  private static func isPlaceholder(_ value: String) -> Bool {
    let text = value.lowercased().trimmingBlanksAndQuotes()
    guard let first = text.first else { return true }
    if text.utf8.count <= longestWord, words.contains(text) { return true }
    // Characters are counted last: it takes as long as all the rest.
    if text.allSatisfy({ $0 == first }), text.count > 2 { return true }
    return text.hasPrefix("@microsoft.keyvault(")
      || frames.contains { text.hasPrefix($0.0) && text.hasSuffix($0.1) } && text.count > 2
  }

  private static let looksLikeID = SourceRemark(
    .looksLikeSecretID, summary: "the secret has the form of a GUID",
    fix: "Entra shows a secret's id beside its value: use the value, which is shown only once")
  private static let placeholder = SourceRemark(
    .placeholder, summary: "the secret looks like a placeholder",
    fix: "put the real secret where the inventory refers to, and see why it was not filled in")
  private static let quoted = SourceRemark(
    .quoted, summary: "the secret begins or ends with a quotation mark",
    fix: "remove the quotes where it is kept: files and container environments take them literally")
  private static let blankAtEnd = SourceRemark(
    .blankAtEnd, summary: "the secret begins or ends with a blank",
    fix: "remove it where the secret is kept")
  private static let carriageReturn = SourceRemark(
    .carriageReturn, summary: "the secret ends with a carriage return",
    fix: "save the file with Unix line ends")
  private static let severalLines = SourceRemark(
    .severalLines, summary: "the secret has more than one line",
    fix: "keep the secret alone where the inventory refers to")
  private static let controlCharacter = SourceRemark(
    .controlCharacter, summary: "the secret holds a control character",
    fix: "store it again, typed or pasted as plain text")
  private static let notASCII = SourceRemark(
    .notASCII, summary: "the secret holds characters beyond ASCII",
    fix: "see whether it was pasted with typographic quotes, dashes or invisible characters")
}

extension String {
  fileprivate func trimmingBlanksAndQuotes() -> String {
    let isOuter = { (c: Character) in c.isWhitespace || c == "\"" || c == "'" }
    let isQuote = { (byte: UInt8) in byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
    if let first = utf8.first, let last = utf8.last, PrintableText.isInk(first), !isQuote(first),
      PrintableText.isInk(last), !isQuote(last)
    {
      return self
    }
    var text = self[...]
    while let last = text.last, isOuter(last) { text = text.dropLast() }
    return String(text.drop(while: isOuter))
  }
}
