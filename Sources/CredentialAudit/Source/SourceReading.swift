package import EntraIdentity

/// What came of reading a reference.
package struct SourceReading: Sendable {
  package enum Outcome: Sendable {
    case value(Secret)
    case unreadable(SourceProblem)
  }

  package let outcome: Outcome
  /// What is worth a warning though it could be read.
  package let remarks: [SourceRemark]

  package init(_ outcome: Outcome, remarks: [SourceRemark] = []) {
    self.outcome = outcome
    self.remarks = remarks
  }

  /// The value, where there is one.
  package var secret: Secret? {
    if case .value(let secret) = outcome { secret } else { nil }
  }

  /// The problem, where there is one.
  package var problem: SourceProblem? {
    if case .unreadable(let problem) = outcome { problem } else { nil }
  }
}
