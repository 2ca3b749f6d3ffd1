/// Breaks text into lines of a terminal's width.
enum TextBlock {
  /// The text's lines, the first after `first`, the others after as many blanks. A word that is
  /// longer than a line stays whole on its own: half a URL cannot be copied.
  static func lines(_ text: String, first: String, columns: Int) -> [String] {
    let indent = String(repeating: " ", count: first.count)
    let room = max(16, columns - first.count)
    var lines: [String] = []
    var line = ""
    var width = 0
    for word in text.split(separator: " ") {
      let length = word.count
      if width > 0, width + 1 + length > room {
        lines.append(line)
        (line, width) = ("", 0)
      }
      line += width == 0 ? String(word) : " \(word)"
      width += width == 0 ? length : length + 1
    }
    lines.append(line)
    return lines.enumerated().map { ($0.offset == 0 ? first : indent) + $0.element }
  }
}
