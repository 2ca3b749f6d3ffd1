import CredentialAudit
import EntraIdentity
import Foundation

/// What the templates of findings are filled with.
struct FindingValues {
  /// When the run began.
  let start: Date

  /// All that is wrong, in full: what nobody answers for comes first.
  func bad(_ findings: [Finding], beside verdict: Verdict, anchors: [String]) -> [TemplateValues] {
    let bad = zip(findings, anchors).filter { $0.0.isBad }
    let sorted = bad.filter { $0.0.suppressed == nil } + bad.filter { $0.0.suppressed != nil }
    return sorted.map { finding, anchor in
      values(of: finding, beside: verdict, anchor: anchor)
    }
  }

  /// All that is in order or was not asked, on a line each.
  func good(_ findings: [Finding], anchors: [String]) -> [TemplateValues] {
    zip(findings, anchors).filter { !$0.0.isBad }.map { finding, anchor in
      var values = TemplateValues()
      values.set("f_anchor", anchor)
      values.set("f_check", finding.check.rawValue)
      values.set("f_skipped", finding.verdict == .skipped)
      values.set("f_summary", finding.summary)
      values.set("f_seen", seen(finding))
      return values
    }
  }

  /// `4 checks passed, 1 skipped`; nil where there is neither.
  static func proof(_ findings: [Finding]) -> String? {
    let passes = findings.count { $0.verdict == .pass }
    let skips = findings.count { $0.verdict == .skipped }
    let words = [
      passes > 0 ? "\(Wording.count(passes, "check", "checks")) passed" : nil,
      skips > 0 ? "\(Wording.number(skips)) skipped" : nil,
    ].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  private func values(
    of finding: Finding, beside verdict: Verdict, anchor: String
  ) -> TemplateValues {
    var values = TemplateValues()
    values.set("f_verdict", finding.verdict.rawValue)
    values.set("f_also", finding.verdict == verdict ? nil : finding.verdict.rawValue)
    values.set("f_anchor", anchor)
    values.set("f_check", finding.check.rawValue)
    values.set("f_code", finding.code)
    values.set("f_class", finding.class?.replacing("_", with: " "))
    values.set("f_summary", Sentence.of(finding.summary))
    values.set("f_cause", finding.cause)
    values.set("f_fix", finding.fix)
    values.set("f_retryable", finding.retryable)
    values.set("f_new", finding.past?.isNew ?? false)
    let since = CourseWords.known(finding.past, from: start)
    values.set("f_since", since?.rfc3339)
    values.set("f_since_day", since.map(Wording.day))
    values.set("f_unseen", finding.past?.unknownSince.map(Wording.minute))
    values.set("f_suppressed", finding.suppressed != nil)
    values.set("s_reason", finding.suppressed?.reason)
    values.set("s_owner", finding.suppressed?.owner)
    values.set("s_until", finding.suppressed?.until)
    values.set(
      "evidence",
      Self.told(finding).map { item in
        var values = TemplateValues()
        values.set("e_name", FactName.title(item.name))
        values.set("e_value", item.value)
        return values
      })
    return values
  }

  /// The evidence but for the page of the portal, which is a link beside the owner.
  private static func told(_ finding: Finding) -> [Evidence.Item] {
    finding.evidence.items.filter { $0.name != "portal" || finding.check != .credentialSource }
  }

  /// The evidence of what is in order as one text. What the finding's own line says is not said
  /// again: ten thousand rows of it have to fit into a page.
  private func seen(_ finding: Finding) -> String? {
    let words = Self.told(finding).filter { !finding.summary.holds($0.value) }
      .map { "\(FactName.words($0.name)) \($0.value)" }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}
