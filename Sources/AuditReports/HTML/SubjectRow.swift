import CredentialAudit

/// What a table's row is filled with.
enum SubjectRow {
  /// Names are cut here before they fill a screen; report.json has them whole.
  private static let longestName = 300

  static func values(of authority: AuthorityRecord) -> TemplateValues {
    var values = common(authority.verdict, authority.change, authority.findings)
    values.set("anchor", Anchor.of(authority))
    values.set("tenant", authority.tenant, maximum: longestName)
    values.set("authority", authority.authority, maximum: longestName)
    values.set("tenant_id", authority.tenantID)
    values.set("kind", authority.kind)
    values.set("cloud", authority.cloud)
    values.set("owner", authority.owner, maximum: longestName)
    return values
  }

  static func values(of credential: CredentialRecord) -> TemplateValues {
    var values = common(credential.verdict, credential.change, credential.findings)
    values.set("anchor", Anchor.of(credential))
    values.set("name", credential.subject, maximum: longestName)
    values.set("tenant", credential.tenant, maximum: longestName)
    values.set("application", credential.application, maximum: longestName)
    values.set("credential", credential.credential, maximum: longestName)
    values.set("kind", credential.kind.replacing("_", with: " "))
    values.set("source", credential.source)
    values.set("owner", credential.owner, maximum: longestName)
    let link = WebLink.safe(credential.runbook)
    values.set("runbook_link", link)
    values.set("runbook_text", link == nil ? credential.runbook : nil)
    values.set(
      "tags",
      credential.tags.map { tag in
        var values = TemplateValues()
        values.set("tag", tag, maximum: longestName)
        return values
      })
    values.set("end_at", credential.expiresAt?.rfc3339)
    values.set("end_day", credential.expiresAt.map(Wording.day))
    values.set("end_from", credential.expiresFrom)
    values.set("days_left", credential.daysLeft.map(Wording.daysLeft))
    return values
  }

  /// A shape beside the word, for who does not tell the colours apart.
  static func glyph(_ verdict: Verdict) -> String {
    switch verdict {
    case .critical: "✕"
    case .unknown: "?"
    case .warning: "!"
    case .pass: "✓"
    case .skipped: "–"
    }
  }

  private static func common(
    _ verdict: Verdict, _ change: Change, _ findings: [Finding]
  ) -> TemplateValues {
    let bad = findings.filter { $0.verdict.severity >= Verdict.warning.severity }
    let good = findings.filter { $0.verdict.severity < Verdict.warning.severity }
    var values = TemplateValues()
    values.set("verdict", verdict.rawValue)
    values.set("glyph", glyph(verdict))
    values.set("change", Wording.change(change))
    values.set("bad", bad.map { Self.values(of: $0, beside: verdict) })
    values.set("good", good.map { Self.values(of: $0, beside: verdict) })
    values.set("proof", proof(good))
    return values
  }

  private static func values(of finding: Finding, beside verdict: Verdict) -> TemplateValues {
    var values = TemplateValues()
    values.set("f_verdict", finding.verdict.rawValue)
    values.set("f_glyph", glyph(finding.verdict))
    values.set("f_also", finding.verdict == verdict ? nil : finding.verdict.rawValue)
    values.set("f_check", finding.check.rawValue)
    values.set("f_code", finding.code)
    values.set("f_class", finding.class?.replacing("_", with: " "))
    values.set("f_summary", finding.summary)
    values.set("f_cause", finding.cause)
    values.set("f_fix", finding.fix)
    values.set("f_retryable", finding.retryable)
    values.set(
      "f_suppressed",
      finding.suppressed.map { "Suppressed until \($0.until) by \($0.owner): \($0.reason)" })
    values.set(
      "evidence",
      finding.evidence.items.map { item in
        var values = TemplateValues()
        values.set("e_name", item.name.replacing("_", with: " "))
        values.set("e_value", item.value)
        return values
      })
    return values
  }

  private static func proof(_ good: [Finding]) -> String? {
    let passes = good.filter { $0.verdict == .pass }.count
    let skips = good.count - passes
    let words = [
      passes > 0 ? "\(Wording.count(passes, "check", "checks")) passed" : nil,
      skips > 0 ? "\(Wording.number(skips)) skipped" : nil,
    ].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}
