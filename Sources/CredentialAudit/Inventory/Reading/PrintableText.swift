/// Text from a file, made fit for one line of a terminal.
enum PrintableText {
  /// In quotes, without control, format or line characters, cut.
  static func quoted(_ text: String, limit: Int = 60) -> String {
    "\"" + clean(text, limit: limit) + "\""
  }

  /// Without what could move a cursor, turn the direction of writing or start a new line.
  static func clean(_ text: String, limit: Int = 200) -> String {
    if text.utf8.count <= limit, text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
      return text
    }
    var result = ""
    for scalar in text.unicodeScalars.prefix(limit) {
      result.unicodeScalars.append(isHarmless(scalar) ? scalar : "?")
    }
    return text.unicodeScalars.count > limit ? result + "…" : result
  }

  /// Whether every character of a text is harmless.
  static func isHarmless(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
      || text.unicodeScalars.allSatisfy(isHarmless)
  }

  /// Whether there is nothing to see in a text.
  static func isBlank(_ text: String) -> Bool {
    // Where the characters of a text begin takes long to tell, and nearly every one has ink of ASCII.
    !text.utf8.contains(where: isInk) && text.allSatisfy(\.isWhitespace)
  }

  /// Whether a byte is a character of ASCII that is seen.
  static func isInk(_ byte: UInt8) -> Bool { (0x21..<0x7F).contains(byte) }

  static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    // The tables of Unicode take long to ask, and nearly everything is of ASCII.
    if scalar.isASCII { return (0x20..<0x7F).contains(scalar.value) }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      return false
    default: return true
    }
  }

  /// Whether a text may be shown as a key. A secret that slipped into a key's place (a missing
  /// blank after a colon is enough) has capitals, dots or tildes, or is longer.
  /// With `capitals`, those are no reason for doubt (`tenantId`): only where no secret is expected.
  static func isKeyLike(_ text: String, capitals: Bool = false) -> Bool {
    !text.isEmpty && text.utf8.count <= 40
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D
          || capitals && (0x41...0x5A).contains($0)
      }
  }

  /// A key in quotes, or words for one that is not shown.
  static func key(_ text: String) -> String {
    isKeyLike(text) ? quoted(text) : "this key"
  }
}
