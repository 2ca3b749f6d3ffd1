/// The "did you mean" of a message.
package enum Suggestion {
  /// The candidate that is nearest to a text, where one is near enough to be a slip of the keys.
  package static func nearest(to text: String, among candidates: some Sequence<String>) -> String? {
    let typed = Array(text.lowercased().unicodeScalars)
    guard (1...64).contains(typed.count) else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars)
      guard abs(other.count - typed.count) <= 3, other.count <= 64 else { continue }
      let distance = distance(typed, other)
      if distance <= max(1, min(typed.count, other.count) / 3), distance < best?.distance ?? .max {
        best = (distance, candidate)
      }
    }
    return best?.candidate
  }

  static func hint(for text: String, among candidates: some Sequence<String>) -> String? {
    nearest(to: text, among: candidates).map {
      "did you mean \(PrintableText.quoted($0, limit: 130))?"
    }
  }

  /// Insertions, deletions, replacements and swapped neighbours (optimal string alignment).
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var row = Array(0...b.count)
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var cost = min(row[j] + (a[i] == b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        next.append(cost)
      }
      (before, row) = (row, next)
    }
    return row[b.count]
  }
}
