/// The answer of a check.
///
/// Severity, worst first: critical, unknown, warning, pass. `skipped` never improves a subject.
package enum Verdict: String, Sendable, Hashable, CaseIterable, Codable {
  /// It is bad.
  case critical
  /// It could not be looked at.
  case unknown
  /// It will be bad, or is not as it should be.
  case warning
  /// It was looked at and is in order.
  case pass
  /// It does not apply or was not asked for.
  case skipped

  /// How bad it is: 4 for critical down to 0 for skipped.
  package var severity: Int {
    switch self {
    case .critical: 4
    case .unknown: 3
    case .warning: 2
    case .pass: 1
    case .skipped: 0
    }
  }

  /// Whether somebody has to act or to look: a warning or worse.
  package var isTrouble: Bool { severity >= Verdict.warning.severity }

  /// The worst of several; `skipped` where there is none.
  package static func worst(of verdicts: some Sequence<Verdict>) -> Verdict {
    verdicts.max { $0.severity < $1.severity } ?? .skipped
  }
}
