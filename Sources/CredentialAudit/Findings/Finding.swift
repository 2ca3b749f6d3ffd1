/// A check's verdict with its code, cause, fix and evidence. Passes are findings too: they are the
/// proof that somebody looked.
package struct Finding: Sendable, Hashable {
  package let check: CheckID
  package let verdict: Verdict
  /// The service's code (`AADSTS7000222`) or ours, a stable kebab-case word; `ok` for a pass.
  package let code: String
  /// The class of a refusal (`credential_expired`, …) or nil.
  package let `class`: String?
  /// One line: what was found.
  package private(set) var summary: String
  /// Why it is so; nil for a pass.
  package private(set) var cause: String?
  /// What to do; nil for a pass.
  package private(set) var fix: String?
  package private(set) var evidence: Evidence
  /// Whether the same question may be answered otherwise without anybody changing anything.
  package let retryable: Bool
  /// Who answers for it, where somebody does.
  package var suppressed: SuppressionNote?
  /// What the runs before said of the same question; nil until it is recorded.
  package var past: FindingPast?

  package init(
    check: CheckID, verdict: Verdict, code: String, class: String? = nil, summary: String,
    cause: String? = nil, fix: String? = nil, evidence: Evidence = [:], retryable: Bool = false,
    suppressed: SuppressionNote? = nil, past: FindingPast? = nil
  ) {
    self.check = check
    self.verdict = verdict
    self.code = code
    self.class = `class`
    self.summary = summary
    self.cause = cause
    self.fix = fix
    self.evidence = evidence
    self.retryable = retryable
    self.suppressed = suppressed
    self.past = past
  }

  /// Whether the question could not be looked at: it is `unknown`, or `critical` only because it has
  /// been so for longer than is borne.
  package var isUnseen: Bool { verdict == .unknown || past?.unknownSince != nil }

  /// The same finding with more that was seen.
  /// - Parameters:
  ///   - name: A snake_case word.
  ///   - value: Cleaned, and without a secret.
  /// - Returns: The finding; all else is as it was.
  package func showing(_ name: String, _ value: String) -> Finding {
    var copy = self
    copy.evidence.add(name, value)
    return copy
  }

  /// The same finding in other words.
  /// - Parameters:
  ///   - text: Rewrites summary, cause and fix.
  ///   - item: Rewrites one item of the evidence.
  /// - Returns: The finding; check, verdict and code are as they were.
  package func reworded(
    _ text: (String) -> String, evidence item: (Evidence.Item) -> Evidence.Item
  ) -> Finding {
    var copy = self
    copy.summary = text(summary)
    copy.cause = cause.map(text)
    copy.fix = fix.map(text)
    copy.evidence = Evidence(evidence.items.map(item))
    return copy
  }
}
