import CredentialAudit

/// How bad a subject is, apart what somebody answers for: an alert must not wake anybody for what
/// is suppressed, and a dashboard must not show it as well.
struct SubjectSeverity {
  /// The worst that nobody answers for.
  let open: Verdict
  /// By check, in the checks' order, the worst that somebody answers for.
  let answered: [(check: CheckID, verdict: Verdict)]

  init(of findings: [Finding]) {
    open = .worst(of: findings.filter { $0.suppressed == nil }.map(\.verdict))
    let suppressed = findings.filter {
      $0.suppressed != nil && $0.verdict.severity >= Verdict.warning.severity
    }
    answered = CheckID.allCases.compactMap { check in
      let verdicts = suppressed.filter { $0.check == check }.map(\.verdict)
      return verdicts.isEmpty ? nil : (check, .worst(of: verdicts))
    }
  }
}
