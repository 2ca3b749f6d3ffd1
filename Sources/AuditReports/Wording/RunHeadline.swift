import CredentialAudit

/// The run in one line.
enum RunHeadline {
  /// `2 critical, 1 unknown, 3 warnings`; where there is none of them, whether that says anything.
  static func text(of run: AuditRun, _ summary: RunSummary) -> String {
    let (authorities, credentials) = (summary.authorities, summary.credentials)
    var worst = [
      (credentials.critical + authorities.critical, "critical"),
      (credentials.unknown + authorities.unknown, "unknown"),
    ].filter { $0.0 > 0 }.map { "\(Wording.number($0.0)) \($0.1)" }
    let warnings = credentials.warning + authorities.warning
    if warnings > 0 { worst.append(Wording.count(warnings, "warning", "warnings")) }
    guard worst.isEmpty else { return worst.joined(separator: ", ") }
    let looked = credentials.total + authorities.total > 0
    return looked && run.complete && !run.offline
      ? "Everything looked at is in order" : "Nothing wrong was seen, and not all was looked at"
  }
}
