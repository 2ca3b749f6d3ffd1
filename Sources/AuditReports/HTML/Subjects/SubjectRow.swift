import CredentialAudit
import Foundation

/// What a subject's row is filled with. What is filtered by is what is shown, so both are one text.
struct SubjectRow {
  static let noOwner = "no owner"
  static let authorityKind = "authority"
  /// Names are cut here before they fill a screen; report.json has them whole.
  static let longestName = 300
  private static let longestPairs = 12

  /// When the run began.
  let start: Date

  static func kind(of credential: CredentialRecord) -> String {
    credential.kind.replacing("_", with: " ")
  }

  func values(of authority: AuthorityRecord) -> TemplateValues {
    var values = common(
      Subject(
        name: "\(authority.tenant)//authority", anchor: Anchor.of(authority),
        verdict: authority.verdict, change: authority.change, course: authority.course,
        findings: authority.findings, owner: authority.owner, tags: authority.tags),
      facts: [
        ("Tenant id", authority.tenantID), ("Cloud", authority.cloud),
        ("Inventory", Self.place(authority.location)),
      ])
    values.set("authority_tenant", authority.tenant, maximum: Self.longestName)
    values.set("authority", authority.authority, maximum: Self.longestName)
    values.set("kind", Self.authorityKind)
    values.set("family", authority.kind)
    return values
  }

  func values(of credential: CredentialRecord) -> TemplateValues {
    var values = common(
      Subject(
        name: credential.subject, anchor: Anchor.of(credential), verdict: credential.verdict,
        change: credential.change, course: credential.course, findings: credential.findings,
        owner: credential.owner, tags: credential.tags),
      facts: [
        ("Source", credential.source), ("Client id", credential.clientID),
        ("Thumbprint SHA-256", credential.thumbprintSHA256),
        ("Thumbprint SHA-1", credential.thumbprintSHA1), ("May do", Self.roles(credential.roles)),
        ("End known from", credential.expiresFrom),
        ("Inventory", Self.place(credential.location)),
      ])
    values.set("tenant", credential.tenant, maximum: Self.longestName)
    values.set("application", credential.application, maximum: Self.longestName)
    values.set("credential", credential.credential, maximum: Self.longestName)
    values.set("kind", Self.kind(of: credential))
    let link = WebLink.safe(credential.runbook)
    values.set("runbook_link", link)
    values.set("runbook_text", link == nil ? credential.runbook : nil)
    values.set("end_at", credential.expiresAt?.rfc3339)
    values.set("end_day", credential.expiresAt.map(Wording.day))
    values.set("days_left", credential.daysLeft.map(Wording.daysLeft))
    return values
  }

  /// What authorities and credentials have in common.
  private struct Subject {
    let name: String
    let anchor: String
    let verdict: Verdict
    let change: Change
    let course: SubjectCourse?
    let findings: [Finding]
    let owner: String?
    let tags: [String]
  }

  private func common(_ subject: Subject, facts: [(String, String?)]) -> TemplateValues {
    let findings = subject.findings
    let anchors = Anchor.of(findings, of: subject.name)
    let filled = FindingValues(start: start)
    var values = TemplateValues()
    values.set("anchor", subject.anchor)
    values.set("verdict", subject.verdict.rawValue)
    values.set("answered", RowStanding(subject.verdict, findings) == .suppressed)
    values.set("turn", SubjectTurn(subject.change, findings)?.rawValue)
    values.set("streak", CourseWords.streak(subject.course, subject.verdict))
    values.set("flapping", subject.course?.isFlapping ?? false)
    values.set("owner", subject.owner ?? Self.noOwner, maximum: Self.longestName)
    values.set("unowned", subject.owner == nil)
    values.set("bad", filled.bad(findings, beside: subject.verdict, anchors: anchors))
    values.set("good", filled.good(findings, anchors: anchors))
    values.set("proof", FindingValues.proof(findings) ?? "Details")
    values.set(
      "tags",
      subject.tags.map { tag in
        var values = TemplateValues()
        values.set("tag", tag, maximum: Self.longestName)
        return values
      })
    let course = CourseWords.facts(subject.course, subject.verdict).map { ($0.name, Optional($0.value)) }
    values.set(
      "facts",
      (course + facts).compactMap { name, value in
        guard let value else { return nil }
        var values = TemplateValues()
        values.set("fact", name)
        values.set("fact_value", value)
        return values
      })
    return values
  }

  private static func place(_ location: SourceLocation?) -> String? {
    location.map { "\($0.file):\($0.line):\($0.column)" }
  }

  private static func roles(_ roles: [String]?) -> String? {
    guard let roles, !roles.isEmpty else { return nil }
    let more = roles.count - longestPairs
    return roles.prefix(longestPairs).joined(separator: ", ")
      + (more > 0 ? " and \(Wording.number(more)) more" : "")
  }
}
