import CredentialAudit
import Foundation

/// What a subject's row is filled with. What is filtered by is what is shown, so both are one text.
struct SubjectRow {
  static let noOwner = "no owner"
  static let authorityKind = "authority"
  /// Names are cut here before they fill a screen; report.json has them whole.
  static let longestName = 300

  /// When the run began.
  let start: Date

  static func kind(of credential: CredentialRecord) -> String {
    credential.kind.replacing("_", with: " ")
  }

  func values(of authority: AuthorityRecord) -> TemplateValues {
    var values = standing(authority.verdict, authority.change, authority.course, authority.findings)
    values.set("anchor", Anchor.of(authority))
    setFindings(authority.findings, of: authority.name, authority.verdict, &values)
    setOwner(authority.owner, tags: authority.tags, &values)
    setFacts(SubjectFacts.of(authority), &values)
    values.set("authority_tenant", authority.tenant, maximum: Self.longestName)
    values.set("authority", authority.authority, maximum: Self.longestName)
    values.set("kind", Self.authorityKind)
    values.set("family", authority.kind)
    return values
  }

  func values(of credential: CredentialRecord) -> TemplateValues {
    var values = standing(
      credential.verdict, credential.change, credential.course, credential.findings)
    values.set("anchor", Anchor.of(credential))
    setFindings(credential.findings, of: credential.name, credential.verdict, &values)
    setOwner(credential.owner, tags: credential.tags, &values)
    setFacts(SubjectFacts.of(credential), &values)
    values.set("tenant", credential.tenant, maximum: Self.longestName)
    values.set("application", credential.application, maximum: Self.longestName)
    values.set("credential", credential.credential, maximum: Self.longestName)
    values.set("kind", Self.kind(of: credential))
    let link = WebLink.safe(credential.runbook)
    values.set("runbook_link", link)
    values.set("runbook_text", link == nil ? credential.runbook : nil)
    values.set("portal_link", WebLink.safe(credential.portalPage))
    values.set("end_at", credential.expiresAt?.rfc3339)
    values.set("end_day", credential.expiresAt.map(Wording.day))
    values.set("days_left", credential.daysLeft.map(Wording.daysLeft))
    return values
  }

  private func standing(
    _ verdict: Verdict, _ change: Change, _ course: SubjectCourse?, _ findings: [Finding]
  ) -> TemplateValues {
    var values = TemplateValues()
    values.set("verdict", verdict.rawValue)
    values.set("answered", RowStanding(verdict, findings) == .suppressed)
    values.set("turn", SubjectTurn(change, findings)?.rawValue)
    values.set("gone", change == .gone ? findings.first.map { Sentence.of($0.summary) } : nil)
    values.set("streak", CourseWords.streak(course, verdict, at: start))
    values.set("flapping", course?.isFlapping ?? false)
    return values
  }

  private func setFindings(
    _ findings: [Finding], of subject: SubjectName, _ verdict: Verdict,
    _ values: inout TemplateValues
  ) {
    let anchors = Anchor.of(findings, of: subject)
    let filled = FindingValues(start: start)
    values.set("bad", filled.bad(findings, beside: verdict, anchors: anchors))
    values.set("good", filled.good(findings, anchors: anchors))
    values.set("proof", FindingValues.proof(findings) ?? "Details")
  }

  private func setOwner(_ owner: String?, tags: [String], _ values: inout TemplateValues) {
    values.set("owner", owner ?? Self.noOwner, maximum: Self.longestName)
    values.set("unowned", owner == nil)
    values.set(
      "tags",
      tags.map { tag in
        var values = TemplateValues()
        values.set("tag", tag, maximum: Self.longestName)
        return values
      })
  }

  private func setFacts(_ facts: [SubjectFacts.Fact], _ values: inout TemplateValues) {
    values.set(
      "facts",
      facts.map { name, value in
        var values = TemplateValues()
        values.set("fact", name)
        values.set("fact_value", value)
        return values
      })
  }
}
