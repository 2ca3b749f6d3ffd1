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
  /// - Parameters:
  ///   - run: The run.
  ///   - failOn: The verdict from which on a finding fails it.
  ///   - newOnly: Whether only what is new or worse does. What could not be looked at is never known
  ///     to be well, however long that has been so, and also where it has become critical by that.
  /// - Returns: The status; what somebody answers for has no part in it.
  /// - Throws: What reading the run throws.
  static func of(
    _ run: some RunReader, failOn: FailureThreshold, newOnly: Bool = false
  ) throws -> ExitStatus {
    var fails = false
    var unknown = !run.run.complete
    func look(_ findings: [Finding], _ new: [Finding]) {
      fails =
        fails
        || (newOnly ? new : findings).contains { finding in
          finding.suppressed == nil && failOn.isReached(by: finding.verdict)
        }
      unknown = unknown || findings.contains { $0.suppressed == nil && $0.isUnseen }
    }
    try run.forEachAuthority { look($0.findings, $0.newTrouble) }
    try run.forEachCredential { look($0.findings, $0.newTrouble) }
    if fails { return .findings }
    return unknown ? .unknown : .clean
  }
}
