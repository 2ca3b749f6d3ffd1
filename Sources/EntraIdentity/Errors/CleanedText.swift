extension String {
  /// The text as it may be shown: what a server, a certificate or an environment says is cleaned
  /// before it reaches a terminal, a log or a report.
  ///
  /// Escape sequences of terminals (ECMA-48), control characters, marks that change the direction
  /// of writing (they make one text look like another) and characters without width are taken out;
  /// every run of blanks and line ends becomes one blank; what is too long ends in an ellipsis.
  /// - Parameter maximum: The most characters that are kept, the ellipsis included.
  /// - Returns: The text that may be shown.
  package func cleaned(maximum: Int = 500) -> String {
    if isPlain, utf8.count <= maximum { return self }
    var result = String.UnicodeScalarView()
    var pendingBlank = false
    var scalars = unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if scalar == "\u{1B}" || scalar == "\u{9B}" {
        Self.skipEscape(after: scalar, in: &scalars)
        continue
      }
      if scalar.properties.isWhitespace {
        pendingBlank = !result.isEmpty
        continue
      }
      if Self.isInvisible(scalar) { continue }
      if pendingBlank { result.append(" ") }
      pendingBlank = false
      result.append(scalar)
    }
    // Counted in scalars: one letter may carry a thousand accents.
    guard result.count > maximum else { return String(result) }
    return String(String.UnicodeScalarView(result.prefix(max(0, maximum - 1)))) + "…"
  }

  /// Whether it is of printable ASCII with single blanks inside, as nearly every name is.
  private var isPlain: Bool {
    var last = UInt8(ascii: " ")
    for byte in utf8 {
      guard (0x21...0x7E).contains(byte) || byte == 0x20 && last != 0x20 else { return false }
      last = byte
    }
    return last != 0x20 || isEmpty
  }

  /// Skips the rest of an escape sequence, and no more: text after it stays.
  private static func skipEscape(
    after start: Unicode.Scalar, in scalars: inout Substring.UnicodeScalarView
  ) {
    var introducer: Unicode.Scalar = "["
    if start == "\u{1B}" {
      guard let next = scalars.first, (0x20...0x7E).contains(next.value) else { return }
      introducer = next
      scalars.removeFirst()
    }
    switch introducer {
    case "[":
      // A control sequence: parameters, then one final character.
      while let next = scalars.first, (0x20...0x3F).contains(next.value) { scalars.removeFirst() }
      if let final = scalars.first, (0x40...0x7E).contains(final.value) { scalars.removeFirst() }
    case "]", "P", "X", "^", "_":
      // A control string runs to BEL or ST. One that never ends takes the rest with it.
      while let next = scalars.popFirst() {
        if next == "\u{07}" || next == "\u{9C}" { return }
        if next == "\u{1B}", scalars.first == "\\" {
          scalars.removeFirst()
          return
        }
      }
    default:
      // Intermediate characters, then one final one: ESC ( B selects a character set.
      guard introducer.value < 0x30 else { return }
      while let next = scalars.first, (0x20...0x2F).contains(next.value) { scalars.removeFirst() }
      if !scalars.isEmpty { scalars.removeFirst() }
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      true
    default:
      // Fillers and selectors that are not of the category "format" but have no width either.
      scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}
