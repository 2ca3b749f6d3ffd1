import CredentialAudit

/// What whoever is reminded needs to know, line by line: whose it is, what was found, what to do.
enum EventDescription {
  /// Of each line; an event is no report.
  static let longestLine = 400
  private static let findings = 3

  static func lines(of credential: CredentialRecord, run: AuditRun) -> [String] {
    var lines = [
      "Owner: \(credential.owner ?? "nobody is named")", "Tenant: \(credential.tenant)",
      "Application: \(named(credential.application, credential.applicationDisplayName)) "
        + "(client id \(credential.clientID))",
      "Credential: \(named(credential.credential, credential.credentialDisplayName))",
    ]
    if let end = credential.expiresAt {
      let source = credential.expiresFrom.map { ", says the \($0)" } ?? ""
      lines.append("End: \(Wording.minute(end))\(source)")
    }
    let left = credential.daysLeft.map { ", \(Wording.daysLeft($0))" } ?? ""
    lines.append(
      "On \(Wording.minute(run.startedAt)): \(credential.verdict.rawValue)\(left)")
    if let runbook = credential.runbook { lines.append("Runbook: \(runbook)") }
    let bad = credential.findings.filter { $0.verdict.severity >= Verdict.warning.severity }
    lines += bad.prefix(findings).flatMap(Self.lines)
    if bad.count > findings {
      lines += ["", "and \(Wording.count(bad.count - findings, "finding", "findings")) more"]
    }
    // What passes has no fix of its own, and its reminder comes when somebody has to act.
    if !bad.contains(where: { $0.check == .credentialExpiry }) {
      lines += [
        "",
        "Before it ends: create a new one, hand it to the application, then remove this one.",
      ]
    }
    return lines
  }

  /// An id tells a person nothing; what the directory calls it does.
  private static func named(_ name: String, _ display: String?) -> String {
    display.map { $0 == name ? name : "\(name) ('\($0)')" } ?? name
  }

  private static func lines(of finding: Finding) -> [String] {
    var lines = ["", "\(Wording.capitalized(finding.summary)) [\(finding.code)]"]
    if let cause = finding.cause { lines.append("Why: \(cause)") }
    if let fix = finding.fix { lines.append("Fix: \(fix)") }
    if let note = finding.suppressed {
      lines.append("\(note.owner) answers for it until \(note.until): \(note.reason)")
    }
    return lines
  }
}
