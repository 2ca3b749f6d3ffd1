/// One field of a CSV file (RFC 4180, section 2), harmless in a spreadsheet.
enum CSVField {
  /// A text from outside. A cell that a spreadsheet would take for a formula gets an apostrophe in
  /// front, which makes it text: names come from directories that others may write to, and
  /// `=HYPERLINK(…)` or a DDE call in one must not run on the desk of who opens the file.
  static func text(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "" }
    switch Form(of: text) {
    case .plain: return text
    case .list: return "\"\(text)\""
    case .other: return quoted(disarmed(PrintableText.clean(text)))
    }
  }

  /// What one look at a text's bytes tells of it: hardly any is `other`.
  private enum Form {
    /// It may stand in the file as it is.
    case plain
    /// It may where it has quotes around it.
    case list
    /// Something in it may have to be taken away, disarmed or doubled.
    case other

    init(of text: String) {
      guard text.utf8.count <= PrintableText.maximum else {
        self = .other
        return
      }
      let blank = UInt8(ascii: " ")
      var needsQuotes = text.utf8.first == blank || text.utf8.last == blank
      // As `disarmed` has it.
      var atStart = true
      for byte in text.utf8 {
        guard byte >= blank, byte < 0x7F, byte != UInt8(ascii: "\""),
          !atStart || !CSVField.mayStartFormula(byte)
        else {
          self = .other
          return
        }
        let isSemicolon = byte == UInt8(ascii: ";")
        atStart = isSemicolon || (atStart && byte == blank)
        if isSemicolon || byte == UInt8(ascii: ",") { needsQuotes = true }
      }
      self = needsQuotes ? .list : .plain
    }
  }

  /// A number of our own, left a number however it is signed.
  static func number(_ number: Int?) -> String {
    number.map(String.init) ?? ""
  }

  private static func disarmed(_ text: String) -> String {
    guard text.utf8.contains(where: mayStartFormula) else { return text }
    var result = ""
    // Where lists are separated by semicolons, as in much of Europe, spreadsheets split there too, and
    // take a quote behind one for the beginning of a cell: what stands behind the quote is its start.
    var atStart = true
    for scalar in text.unicodeScalars {
      if atStart, isFormulaStart(scalar) {
        result.unicodeScalars.append("'")
      }
      result.unicodeScalars.append(scalar)
      atStart = scalar == ";" || (atStart && (scalar == "\"" || scalar.properties.isWhitespace))
    }
    return result
  }

  /// The starts of a formula, and their full-width twins, which East Asian editions take as well.
  private static func isFormulaStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }

  /// Whether a byte is one of those starts, or the first of a full-width one.
  private static func mayStartFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0xEF: true
    default: false
    }
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { byte in
      byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
    }
    let hasOuterBlank = text.hasPrefix(" ") || text.hasSuffix(" ")
    guard needsQuotes || hasOuterBlank else { return text }
    guard text.utf8.contains(UInt8(ascii: "\"")) else { return "\"" + text + "\"" }
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result.unicodeScalars.append("\"") }
      result.unicodeScalars.append(scalar)
    }
    result.unicodeScalars.append("\"")
    return result
  }
}
