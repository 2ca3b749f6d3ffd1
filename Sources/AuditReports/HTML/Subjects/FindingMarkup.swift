import CredentialAudit
import EntraIdentity
import Foundation

/// The findings of a subject's row.
struct FindingMarkup {
  /// When the run began.
  let start: Date

  /// All that is wrong, in full: what nobody answers for comes first.
  func bad(_ findings: [Finding], beside verdict: Verdict, anchors: [String]) -> [Markup] {
    let bad = zip(findings, anchors).filter { $0.0.isBad }
    let sorted = bad.filter { $0.0.suppressed == nil } + bad.filter { $0.0.suppressed != nil }
    return sorted.map { finding, anchor in
      markup(of: finding, beside: verdict, anchor: anchor)
    }
  }

  /// All that is in order or was not asked, on a line each.
  func good(_ findings: [Finding], anchors: [String]) -> [Markup] {
    zip(findings, anchors).filter { !$0.0.isBad }.map { finding, anchor in
      """
      <dt id="\(anchor)">\(finding.check.rawValue)<dd>\
      \(markup: (finding.verdict == .skipped).then("<b>skipped</b> "))\(finding.summary)\
      \(markup: seen(finding).map { " <i>\($0)</i>" })
      """
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

  private func markup(of finding: Finding, beside verdict: Verdict, anchor: String) -> Markup {
    let isSuppressed = (finding.suppressed != nil).then(" suppressed")
    return """
      <div class="finding \(finding.verdict.rawValue)\(markup: isSuppressed)" id="\(anchor)">\
      <h4><bdi>\(Sentence.of(finding.summary))</bdi></h4>\
      \(markup: line(finding, beside: verdict, anchor: anchor))\
      \(markup: finding.suppressed.map(answer))\(markup: finding.fix.map(fix))\
      <details><summary>Cause and evidence</summary><dl>\
      \(markup: finding.cause.map { "<dt>Cause<dd>\($0)" })\
      \(markup: check(finding))\
      \(markup: finding.past?.unknownSince.map { "<dt>Not seen since<dd>\(Wording.minute($0))" })\
      \(markup: Self.told(finding).map(evidence))</dl></details></div>
      """
  }

  /// Its code, whether it is new, and a link to itself.
  private func line(_ finding: Finding, beside verdict: Verdict, anchor: String) -> Markup {
    let also: Markup? = (finding.verdict != verdict)
      .then(" <span class=\"also\">\(finding.verdict.rawValue)</span>")
    let isNew = (finding.past?.isNew ?? false).then(" <span class=\"also\">new</span>")
    let since: Markup? = CourseWords.known(finding.past, from: start).map { since in
      """
       <span>known since <time datetime="\(since.rfc3339)">\(Wording.day(since))</time></span>
      """
    }
    return """
      <p class="meta"><code>\(finding.code)</code>\(markup: also)\(markup: isNew)\(markup: since) \
      <a class="link" href="#\(anchor)" aria-label="Link to this finding">#</a></p>
      """
  }

  private func answer(_ note: SuppressionNote) -> Markup {
    """
    <p class="answered"><b>Suppressed</b> until \(note.until) by <bdi>\(note.owner)</bdi>: \
    <bdi>\(note.reason)</bdi></p>
    """
  }

  private func fix(_ fix: String) -> Markup {
    """
    <p class="fix"><b>Fix</b> <bdi>\(fix)</bdi> <button type="button" class="copy" \
    aria-label="Copy the fix">Copy</button></p>
    """
  }

  private func check(_ finding: Finding) -> Markup {
    let kind: Markup? = finding.class.map { ", \(Wording.spaced($0))" }
    let mayChange = finding.retryable.then("; may be answered otherwise by itself")
    return """
      <dt>Check<dd><code>\(finding.check.rawValue)</code>\(markup: kind)\(markup: mayChange)
      """
  }

  private func evidence(_ item: Evidence.Item) -> Markup {
    "<dt>\(FactName.title(item.name))<dd class=\"ev\">\(item.value)"
  }

  /// The evidence but for the page of the portal, which is a link beside the owner.
  private static func told(_ finding: Finding) -> [Evidence.Item] {
    finding.evidence.items.filter { $0.name != "portal" || finding.check != .credentialSource }
  }

  /// The evidence of what is in order as one text. What the finding's own line says is not said
  /// again: ten thousand rows of it have to fit into a page.
  private func seen(_ finding: Finding) -> String? {
    let words = Self.told(finding)
      .filter { $0.name != RotationStanding.nextStepName && !finding.summary.holds($0.value) }
      .map { "\(FactName.words($0.name)) \($0.value)" }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}
