import CredentialAudit

/// What became of a subject, as the page tells it: its change, or where that is none, that something
/// new was found on it.
enum SubjectTurn: String, CaseIterable {
  // In the order in which a reader wants to hear of them.
  case worse
  case firstSeen = "first seen"
  case newFinding = "new finding"
  case rotated
  case recovered
  case better
  case gone

  /// Nil where it is as it was.
  init?(_ change: Change, _ findings: [Finding]) {
    switch change {
    case .worse: self = .worse
    case .firstSeen: self = .firstSeen
    case .rotated: self = .rotated
    case .recovered: self = .recovered
    case .better: self = .better
    case .gone: self = .gone
    case .unchanged:
      // The same verdict may have another reason than before: no worse, and news all the same.
      guard findings.contains(where: { $0.isBad && $0.past?.isNew ?? false }) else { return nil }
      self = .newFinding
    }
  }

  /// A list's heading.
  var title: String {
    switch self {
    case .worse: "Worse"
    case .firstSeen: "First seen"
    case .newFinding: "New finding, same verdict"
    case .rotated: "Rotated"
    case .recovered: "Recovered"
    case .better: "Better"
    case .gone: "Gone"
    }
  }
}
