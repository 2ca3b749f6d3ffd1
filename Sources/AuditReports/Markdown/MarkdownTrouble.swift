import CredentialAudit

/// One subject that is not in order, as an item of a list.
struct MarkdownTrouble {
  private static let findings = 3
  let trouble: Trouble
  /// Whether all is seen for the first time: then it is said once for all.
  let isFirstRun: Bool

  var lines: [String] {
    var title = "- **\(trouble.verdict.rawValue)** \(MarkdownText.code(trouble.name))"
    if !isFirstRun, let change = Wording.change(trouble.change) { title += " (\(change))" }
    let facts = trouble.facts.map { MarkdownText.prose($0, maximum: 100) }
    if !facts.isEmpty { title += ": \(facts.joined(separator: ", "))" }
    var lines = [title]
    for finding in trouble.findings.prefix(Self.findings) {
      lines.append("  - Found: \(MarkdownText.prose(finding.summary)) \(words(for: finding))")
      if let cause = finding.cause { lines.append("    - Cause: \(MarkdownText.prose(cause))") }
      if let fix = finding.fix { lines.append("    - Fix: \(MarkdownText.prose(fix))") }
    }
    let rest = trouble.findings.count - Self.findings
    if rest > 0 { lines.append("  - and \(Wording.count(rest, "finding", "findings")) more") }
    lines.append("  - \(whose)")
    return lines
  }

  private func words(for finding: Finding) -> String {
    let code = MarkdownText.code(finding.code, maximum: 100)
    return finding.verdict == trouble.verdict
      ? "(\(code))" : "(\(code), \(finding.verdict.rawValue))"
  }

  private var whose: String {
    var words = [
      trouble.owner.map { "Owner: \(MarkdownText.code($0))" } ?? "Owner: nobody is named"
    ]
    if let since = trouble.failingSince { words.append("since \(Wording.minute(since))") }
    if let runbook = trouble.runbook { words.append(MarkdownText.link("runbook", to: runbook)) }
    if let portal = trouble.portal { words.append(MarkdownText.link("portal", to: portal)) }
    return words.joined(separator: "; ")
  }
}
