import CredentialAudit

/// One question asked of one subject, as a pipeline counts it.
///
/// A pipeline knows red and green only, so it is red where `audit` ends with 1 or 3 unless told
/// otherwise: `critical` fails, `unknown` errs (it was not seen, so it is not known to be well). A
/// `warning` passes and says so in its output; what is answered for is skipped with who answers.
struct TestCase {
  enum Outcome {
    case passed
    case failed
    case errored
    case skipped
  }

  let className: String
  let name: String
  let outcome: Outcome
  /// The code of what decided the outcome, and that in one line; nil where it passes.
  let reason: (code: String, message: String)?
  /// What else there is to say, a line each.
  let lines: [String]

  init(
    className: String, name: String, outcome: Outcome, reason: (code: String, message: String)?,
    lines: [String] = []
  ) {
    self.className = className
    self.name = name
    self.outcome = outcome
    self.reason = reason
    self.lines = lines
  }

  static func all(
    _ findings: [Finding], className: String, about subject: [String]
  ) -> [TestCase] {
    groups(of: findings).map { name, findings in
      TestCase(findings, className: className, name: name, about: subject)
    }
  }

  /// A subject's cases by their names: one for each check, and for each scope where a check answers
  /// for several. A case's name has to be its own within a class, or tools keep the last, and the same
  /// every night, or they see another case.
  static func groups(of findings: [Finding]) -> [(name: String, findings: [Finding])] {
    if findings.areOfDifferentChecks { return findings.map { ($0.check.rawValue, [$0]) } }
    let scopes = Dictionary(grouping: findings, by: \.check).mapValues { findings in
      Set(findings.compactMap { $0.evidence["scope"] })
    }
    var names: [String] = []
    var groups: [String: [Finding]] = [:]
    for finding in findings {
      var name = finding.check.rawValue
      if let scope = finding.evidence["scope"], scopes[finding.check, default: []].count > 1 {
        name += " [\(PrintableText.clean(scope, maximum: 300))]"
      }
      if groups[name] == nil { names.append(name) }
      groups[name, default: []].append(finding)
    }
    return names.map { ($0, groups[$0] ?? []) }
  }

  /// What a case of these findings comes to.
  static func outcome(of findings: [Finding]) -> Outcome {
    outcome(openVerdict(of: findings), isAnswered: findings.contains { $0.suppressed != nil })
  }

  private static func outcome(_ verdict: Verdict, isAnswered: Bool) -> Outcome {
    switch verdict {
    case .critical: .failed
    case .unknown: .errored
    case .warning: .passed
    case .pass: isAnswered ? .skipped : .passed
    case .skipped: .skipped
    }
  }

  /// The worst that nobody answers for.
  private static func openVerdict(of findings: [Finding]) -> Verdict {
    .worst(of: findings.filter { $0.suppressed == nil }.map(\.verdict))
  }

  private init(
    _ findings: [Finding], className: String, name: String, about subject: [String]
  ) {
    let verdict = Self.openVerdict(of: findings)
    let answered = findings.first { $0.suppressed != nil }
    let outcome = Self.outcome(verdict, isAnswered: answered != nil)
    let decisive = findings.first { $0.suppressed == nil && $0.verdict == verdict }
    var reason = decisive.map { (code: $0.code, message: $0.summary) }
    if outcome == .skipped, let answered, let note = answered.suppressed {
      reason = (
        answered.code, "suppressed until \(note.until) by \(note.owner): \(note.reason)"
      )
    }
    let told = findings.filter { $0.verdict.severity >= Verdict.warning.severity }
    self.init(
      className: className, name: name, outcome: outcome, reason: reason,
      lines: told.isEmpty ? [] : told.flatMap(Self.lines) + subject)
  }

  private static func lines(for finding: Finding) -> [String] {
    var lines = ["\(finding.verdict.rawValue) \(finding.code): \(finding.summary)"]
    if let note = finding.suppressed {
      lines.append("Suppressed until \(note.until) by \(note.owner): \(note.reason)")
    }
    if let cause = finding.cause { lines.append("Cause: \(cause)") }
    if let fix = finding.fix { lines.append("Fix: \(fix)") }
    if let since = finding.past?.since { lines.append("Since: \(since.rfc3339)") }
    return lines
  }
}
