/// How far a run is, on one line: counts, rate and time left.
package struct ProgressLine: Sendable, Hashable {
  package var done: Int
  package var total: Int
  /// A second; nil or 0 while nothing is known.
  package var rate: Double?
  package var left: Duration?

  package init(done: Int, total: Int, rate: Double? = nil, left: Duration? = nil) {
    self.done = done
    self.total = total
    self.rate = rate
    self.left = left
  }

  /// The line without control characters or an end: the command rewrites it in place. What finds
  /// no room is left out from the right.
  package func text(columns: Int = 80) -> String {
    let share = total > 0 ? min(1, max(0, Double(done) / Double(total))) : 1
    let percent = Int((share * 100).rounded(.down))
    var parts = ["\(percent)%", "\(Wording.number(done)) of \(Wording.number(total))"]
    if let rate, rate.isFinite, rate > 0 {
      parts.append(rate < 10 ? "\(tenths(rate))/s" : "\(Wording.number(Int(min(rate, 1e9))))/s")
    }
    if let left, left > .zero, done < total {
      parts.append("about \(Wording.span(Int(left.components.seconds.clamped))) left")
    }
    while parts.count > 1, joined(parts).count > columns { parts.removeLast() }
    let words = joined(parts)
    let room = min(24, columns - words.count - 3)
    guard room >= 8 else { return words }
    let filled = Int((share * Double(room)).rounded(.down))
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: room - filled)
    return "[\(bar)] \(words)"
  }

  private func joined(_ parts: [String]) -> String {
    parts.joined(separator: " · ")
  }

  private func tenths(_ rate: Double) -> String {
    let tenths = Int((rate * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension Int64 {
  fileprivate var clamped: Int64 { Swift.min(Swift.max(self, 0), 1_000_000_000) }
}
