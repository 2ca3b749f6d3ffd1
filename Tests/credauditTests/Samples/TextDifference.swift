/// Where two texts differ, for a person to read.
enum TextDifference {
  private struct Line {
    let number: Int
    let sign: Character
    let text: Substring
  }

  /// The first lines that differ, each as far as one needs it; empty where none does.
  static func lines(from old: String, to new: String, atMost limit: Int = 12) -> String {
    let both = split(new).difference(from: split(old)).map { change in
      switch change {
      case .remove(let offset, let text, _): Line(number: offset + 1, sign: "-", text: text)
      case .insert(let offset, let text, _): Line(number: offset + 1, sign: "+", text: text)
      }
    }.sorted { ($0.number, $1.sign) < ($1.number, $0.sign) }
    let shown = both.prefix(limit).map { line in
      let other = both.first { $0.number == line.number && $0.sign != line.sign }
      return "\(line.number) \(line.sign) \(clipped(line.text, against: other?.text ?? ""))"
    }
    let rest = both.count - shown.count
    return (shown + (rest > 0 ? ["… and \(rest) lines more"] : [])).joined(separator: "\n")
  }

  private static func split(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// A page's line may be thousands of characters long: from a little before the first that differs.
  private static func clipped(_ text: Substring, against other: Substring) -> String {
    let same = zip(text, other).prefix { $0 == $1 }.count
    let start = max(0, same - 30)
    let end = text.count > start + 140 ? "…" : ""
    return (start > 0 ? "…" : "") + text.dropFirst(start).prefix(140) + end
  }
}
