import CredentialAudit
import Foundation

/// A subject's row. What is filtered by is what is shown, so both are one text. Rows of what is in
/// order are the most of a large page, so nothing stands here that the style can say: shapes beside
/// verdicts, columns, separators.
struct SubjectRow {
  static let noOwner = "no owner"
  static let authorityKind = "authority"
  /// Names are cut here before they fill a screen; report.json has them whole.
  static let longestName = 300

  /// When the run began.
  let start: Date

  static func kind(of credential: CredentialRecord) -> String {
    Wording.spaced(credential.kind)
  }

  func markup(of authority: AuthorityRecord) -> Markup {
    let family: Markup? = authority.kind.map { " <span>\($0)</span>" }
    return """
      \(markup: opening(Anchor.of(authority), authority.verdict, authority.findings))\
      \(markup: standing(authority.verdict, authority.change, authority.course, authority.findings))\
      <h3><bdi class="t">\(authority.tenant, maximum: Self.longestName)</bdi></h3>\
      <p class="w"><span class="k">\(Self.authorityKind)</span>\(markup: family) \
      <bdi class="u">\(authority.authority, maximum: Self.longestName)</bdi>\
      \(markup: tags(authority.tags))</p><p class="e"></p>\
      <p class="o">\(markup: owner(authority.owner))</p>\
      \(markup: details(authority))
      """
  }

  func markup(of credential: CredentialRecord) -> Markup {
    """
    \(markup: opening(Anchor.of(credential), credential.verdict, credential.findings))\
    \(markup: standing(
      credential.verdict, credential.change, credential.course, credential.findings))\
    \(markup: names(credential))\
    <p class="e">\(markup: end(credential))</p>\
    <p class="o">\(markup: owner(credential.owner))\(markup: links(credential))</p>\
    \(markup: details(credential))
    """
  }

  private func opening(_ anchor: String, _ verdict: Verdict, _ findings: [Finding]) -> Markup {
    let isAnswered = RowStanding(verdict, findings) == .suppressed
    return """
      <li id="\(anchor)" class="\(verdict.rawValue)\(markup: isAnswered.then(" suppressed"))">
      """
  }

  private func standing(
    _ verdict: Verdict, _ change: Change, _ course: SubjectCourse?, _ findings: [Finding]
  ) -> Markup {
    let answered = (RowStanding(verdict, findings) == .suppressed)
      .then(" <span class=\"also\">suppressed</span>")
    let turn: Markup? = SubjectTurn(change, findings).map {
      " <span class=\"c\">\($0.rawValue)</span>"
    }
    let flapping = (course?.isFlapping ?? false).then(" <span class=\"also\">flapping</span>")
    let streak: Markup? = CourseWords.streak(course, verdict, at: start).map {
      " <span class=\"quiet\">\($0)</span>"
    }
    return """
      <p class="v"><b class="chip">\(verdict.rawValue)</b>\(markup: answered)\(markup: turn)\
      \(markup: flapping)\(markup: streak)</p>
      """
  }

  private func names(_ credential: CredentialRecord) -> Markup {
    let (longest, spoken) = (Self.longestName, credential.spokenName)
    let name: Markup =
      spoken.map { "<bdi>\($0)</bdi>" } ?? """
        <bdi>\(credential.application, maximum: longest)</bdi> / \
        <bdi>\(credential.credential, maximum: longest)</bdi>
        """
    let ids = "\(credential.application) / \(credential.credential)"
    let idsBeside = (spoken != nil).then(" <bdi class=\"u\">\(ids, maximum: longest)</bdi>")
    return """
      <h3>\(markup: name)</h3><p class="w">\
      <bdi class="t">\(credential.tenant, maximum: longest)</bdi>, \
      <span class="k">\(Self.kind(of: credential))</span>\(markup: idsBeside)\
      \(markup: tags(credential.tags))</p>
      """
  }

  private func tags(_ tags: [String]) -> [Markup] {
    tags.map { " <bdi class=\"g\">\($0, maximum: Self.longestName)</bdi>" }
  }

  private func end(_ credential: CredentialRecord) -> Markup? {
    credential.expiresAt.map { end in
      """
      <time datetime="\(end.rfc3339)">\(Wording.day(end))</time> \
      \(credential.daysLeft.map(Wording.daysLeft))
      """
    }
  }

  private func owner(_ owner: String?) -> Markup {
    let quiet = (owner == nil).then(" class=\"quiet\"")
    return "<bdi\(markup: quiet)>\(owner ?? Self.noOwner, maximum: Self.longestName)</bdi>"
  }

  private func links(_ credential: CredentialRecord) -> Markup {
    let runbook = WebLink.safe(credential.runbook)
    let link: Markup? = runbook.map {
      " <a href=\"\($0)\" rel=\"noopener noreferrer\">Runbook</a>"
    }
    let portal: Markup? = WebLink.safe(credential.portalPage).map {
      " <a class=\"portal\" href=\"\($0)\" rel=\"noopener noreferrer\">Portal</a>"
    }
    let text: Markup? = (runbook == nil ? credential.runbook : nil).map {
      " <bdi class=\"quiet\">\($0)</bdi>"
    }
    return "\(markup: link)\(markup: portal)\(markup: text)"
  }

  private func details(_ authority: AuthorityRecord) -> Markup {
    details(
      authority.findings, of: authority.name, authority.verdict, authority.change,
      SubjectFacts.of(authority))
  }

  private func details(_ credential: CredentialRecord) -> Markup {
    details(
      credential.findings, of: credential.name, credential.verdict, credential.change,
      SubjectFacts.of(credential))
  }

  /// What is wrong with it in full, then, folded up, what more is known and what is in order.
  private func details(
    _ findings: [Finding], of subject: SubjectName, _ verdict: Verdict, _ change: Change,
    _ facts: [SubjectFacts.Fact]
  ) -> Markup {
    let anchors = Anchor.of(findings, of: subject)
    let rows = FindingMarkup(start: start)
    let gone: Markup? = (change == .gone ? findings.first : nil).map {
      "<p>\(Sentence.of($0.summary))</p>"
    }
    let known: [Markup] = facts.map { "<dt>\($0.name)<dd>\($0.value)" }
    return """
      <div class="f">\(markup: gone)\
      \(markup: rows.bad(findings, beside: verdict, anchors: anchors))\
      <details class="proof"><summary>\(FindingMarkup.proof(findings) ?? "Details")</summary><dl>\
      \(markup: known)\(markup: rows.good(findings, anchors: anchors))</dl></details></div></li>

      """
  }
}
