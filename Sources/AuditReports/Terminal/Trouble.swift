import CredentialAudit

/// One subject that is not in order, as the terminal shows it.
struct Trouble {
  let tenant: String
  let name: String
  /// Kind, end, owner: what is known of it beside its name.
  let facts: [String]
  /// The worst of its findings here.
  let verdict: Verdict
  let change: Change
  /// How it has fared; nil where that is about another verdict than this one.
  let course: SubjectCourse?
  let isFlapping: Bool
  /// What is to be told of it, worst first.
  let findings: [Finding]

  /// Whether there is anything about it that the run before did not say.
  var isNew: Bool { change != .unchanged || findings.contains { $0.past?.isNew ?? false } }

  /// Nil where there is nothing to tell.
  init?(_ authority: AuthorityRecord, findings: [Finding]) {
    guard let worst = findings.first?.verdict else { return nil }
    tenant = authority.tenant
    name = "authority \(authority.authority)"
    facts = [authority.owner].compactMap(\.self)
    verdict = worst
    change = authority.change
    course = worst == authority.verdict ? authority.course : nil
    isFlapping = authority.course?.isFlapping ?? false
    self.findings = findings
  }

  /// Nil where there is nothing to tell.
  init?(_ credential: CredentialRecord, findings: [Finding]) {
    guard let worst = findings.first?.verdict else { return nil }
    tenant = credential.tenant
    name = "\(credential.application)/\(credential.credential)"
    facts = Self.facts(of: credential)
    verdict = worst
    change = credential.change
    course = worst == credential.verdict ? credential.course : nil
    isFlapping = credential.course?.isFlapping ?? false
    self.findings = findings
  }

  /// What a credential is, when it ends and whose it is.
  static func facts(of credential: CredentialRecord) -> [String] {
    var facts = [credential.kind]
    if let end = credential.expiresAt, let days = credential.daysLeft {
      facts.append("\(Wording.daysLeft(days)) (\(end.utcDay))")
    }
    if let owner = credential.owner { facts.append(owner) }
    return facts
  }
}
