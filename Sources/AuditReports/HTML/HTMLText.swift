/// What a page may show of a text from outside, fit for escaping.
enum HTMLText {
  private static let markup: Set<Unicode.Scalar> = ["<", ">", "&", "\"", "'"]

  /// The text, printable, with no mark joined to a character of markup.
  ///
  /// swift-mustache escapes by `Character`: a quote with a combining accent on it, or after an
  /// Arabic number sign, is another `Character` than a quote and goes through as it is, while a
  /// browser, which reads code points, sees the attribute end there. So such a cluster keeps its
  /// markup only; also in a ``Markup``, which escapes by bytes, so that a text looks the same in both.
  static func clean(_ text: String, maximum: Int = PrintableText.maximum) -> String {
    let printable = PrintableText.clean(text, maximum: maximum)
    if printable.utf8.allSatisfy({ $0 < 0x80 }) { return printable }
    var result = ""
    for character in printable {
      let scalars = character.unicodeScalars
      if scalars.count > 1, scalars.contains(where: markup.contains) {
        // One `append` each would join them again; a word joiner (U+2060) keeps them apart.
        for scalar in scalars where markup.contains(scalar) {
          result.unicodeScalars.append(scalar)
          result.unicodeScalars.append("\u{2060}")
        }
      } else {
        result.append(character)
      }
    }
    return result
  }
}
