/// A message's text (SARIF 2.1.0, section 3.11), made of texts from outside.
enum SARIFText {
  /// The text on one line. `[a](b)` would be a link (section 3.11.6) and `{0}` a placeholder
  /// (section 3.11.5, where a brace of its own is doubled).
  static func message(_ text: String, maximum: Int = 400) -> String {
    braced(PrintableText.clean(text, maximum: maximum).replacing("](", with: "] ("))
  }

  /// The text with each brace doubled, which Markdown messages need as well.
  static func braced(_ text: String) -> String {
    text.replacing("{", with: "{{").replacing("}", with: "}}")
  }

  /// The text with a full stop at its end: viewers with little room show a message's first sentence
  /// only.
  static func sentence(_ text: String, maximum: Int = 400) -> String {
    let text = message(text, maximum: maximum)
    return text.hasSuffix(".") || text.hasSuffix("…") ? text : text + "."
  }
}
