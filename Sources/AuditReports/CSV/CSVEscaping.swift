/// One cell of any CSV that is written, harmless in a spreadsheet.
package enum CSVEscaping {
  /// The cell, quoted where it must be and never a formula.
  package static func cell(_ text: String) -> String { CSVField.text(text) }
}
