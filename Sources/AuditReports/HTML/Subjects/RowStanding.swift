import CredentialAudit

/// How a subject stands in the page: by its verdict, or by that somebody answers for all that is
/// wrong with it. The totals count it the same way, so that a total and its rows agree.
enum RowStanding: Hashable, CaseIterable {
  case critical, unknown, warning, suppressed, pass, skipped

  init(_ verdict: Verdict, _ findings: [Finding]) {
    let bad = findings.filter(\.isBad)
    if !bad.isEmpty, bad.allSatisfy({ $0.suppressed != nil }) {
      self = .suppressed
      return
    }
    self =
      switch verdict {
      case .critical: .critical
      case .unknown: .unknown
      case .warning: .warning
      case .pass: .pass
      case .skipped: .skipped
      }
  }

  /// As it is shown, filtered by and named in a link.
  var word: String {
    switch self {
    case .critical: "critical"
    case .unknown: "unknown"
    case .warning: "warning"
    case .suppressed: "suppressed"
    case .pass: "pass"
    case .skipped: "skipped"
    }
  }

  /// Where the totals count it.
  var count: KeyPath<RunSummary.Counts, Int> {
    switch self {
    case .critical: \.critical
    case .unknown: \.unknown
    case .warning: \.warning
    case .suppressed: \.suppressed
    case .pass: \.pass
    case .skipped: \.skipped
    }
  }
}

extension Finding {
  /// Whether somebody has to act on it, or to answer for it.
  var isBad: Bool { verdict.severity >= Verdict.warning.severity }
}
