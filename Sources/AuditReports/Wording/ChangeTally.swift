import CredentialAudit

/// How many subjects became what since they were last looked at.
struct ChangeTally {
  /// In the order of what a reader wants to hear first.
  static let order: [Change] = [.worse, .firstSeen, .rotated, .recovered, .better, .gone]
  private var counts: [Change: Int] = [:]
  private var total = 0

  mutating func count(_ change: Change) {
    counts[change, default: 0] += 1
    total += 1
  }

  subscript(change: Change) -> Int { counts[change] ?? 0 }

  /// Whether nothing was ever looked at before: then 'first seen' is said once for all.
  var isFirstRun: Bool { total > 0 && self[.firstSeen] == total }

  /// `2 worse, 1 first seen`; nil where there was nothing to look at.
  var text: String? {
    guard total > 0 else { return nil }
    if isFirstRun { return "first run: everything is seen for the first time" }
    let said = Self.order.filter { self[$0] > 0 }.map { change in
      "\(Wording.number(self[change])) \(Wording.change(change) ?? change.rawValue)"
    }
    return said.isEmpty ? "none since the last run" : said.joined(separator: ", ")
  }
}
