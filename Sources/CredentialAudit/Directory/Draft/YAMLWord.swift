/// A text as YAML writes it on one line, so that every reader of YAML sees that text and no number,
/// date, truth value or comment.
enum YAMLWord {
  private static let others: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "y", "n", "null",
  ]

  static func text(_ text: String) -> String {
    isPlain(text) && !others.contains(text.lowercased()) ? text : quoted(text)
  }

  /// Words that begin with a letter, with nothing between them that could mean something.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first), text.utf8.last != UInt8(ascii: " ") else {
      return false
    }
    return text.utf8.allSatisfy {
      isLetter($0) || (0x30...0x39).contains($0) || "_-.@ ".utf8.contains($0)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
