import CredentialAudit

/// Subjects that are only named, a bounded number of them.
struct MentionList {
  private let limit: Int
  private var kept: [String] = []
  private(set) var total = 0

  init(limit: Int) {
    self.limit = limit
  }

  mutating func add(_ text: String) {
    total += 1
    if kept.count < limit { kept.append(text) }
  }

  /// A line for each, and one for those beyond.
  var lines: [String] {
    total > limit ? kept + ["and \(Wording.number(total - limit)) more"] : kept
  }
}
