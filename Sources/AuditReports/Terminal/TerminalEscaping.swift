/// One text of any table that is written for eyes.
package enum TerminalEscaping {
  /// The text on one line, without what would move a cursor or turn letters around, and cut where it
  /// is too long.
  package static func line(_ text: String) -> String { PrintableText.clean(text, maximum: 400) }
}
