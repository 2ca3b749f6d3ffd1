import CredentialAudit

/// How the command ends, for scripts.
enum ExitStatus: Int32, Error {
  /// All that was asked for was looked at, and nothing reaches `--fail-on`.
  case clean = 0
  /// Findings reach `--fail-on`.
  case findings = 1
  /// Usage or inventory wrong; nothing was run.
  case usage = 2
  /// Something is unknown, or the run is incomplete.
  case unknown = 3
  /// The tool itself failed.
  case failure = 4
  /// Another run holds the lock: cron's temporary failure (`EX_TEMPFAIL`).
  case locked = 75
  case interrupted = 130
  case terminated = 143
}

/// From which verdict on a run fails.
enum FailureThreshold: String, CaseIterable, Sendable {
  case critical
  case warning
  case never

  func isReached(by verdict: Verdict) -> Bool {
    switch self {
    case .critical: verdict == .critical
    case .warning: verdict == .critical || verdict == .warning
    case .never: false
    }
  }
}

extension ExitStatus {
  /// How a run ends, out of what is stored of it.
  static func of(_ run: some RunReader, failOn: FailureThreshold) throws -> ExitStatus {
    var fails = false
    var unknown = !run.run.complete
    func look(_ findings: [Finding]) {
      for finding in findings where finding.suppressed == nil {
        if failOn.isReached(by: finding.verdict) { fails = true }
        if finding.verdict == .unknown { unknown = true }
      }
    }
    try run.forEachAuthority { look($0.findings) }
    try run.forEachCredential { look($0.findings) }
    if fails { return .findings }
    return unknown ? .unknown : .clean
  }
}
