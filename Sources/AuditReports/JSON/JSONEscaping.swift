/// One string of any JSON that is written, as the reports write theirs.
package enum JSONEscaping {
  /// The string in quotes, escaped so that neither a terminal nor a page is moved by it.
  package static func quoted(_ text: String) -> String { JSONText.quoted(text) }
}
