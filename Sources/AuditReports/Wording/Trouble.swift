import CredentialAudit
import Foundation

/// One subject that is not in order, as the terminal and `report.md` show it.
struct Trouble {
  let tenant: String
  let name: String
  /// Kind and end: what is known of it beside its name.
  let facts: [String]
  let owner: String?
  let runbook: String?
  /// Where it is found in the cloud's portal.
  let portal: String?
  /// Since when it has not passed.
  let failingSince: Date?
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
    facts = []
    owner = authority.owner
    runbook = nil
    portal = nil
    failingSince = authority.course?.failingSince
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
    owner = credential.owner
    runbook = credential.runbook
    portal = credential.portalPage
    failingSince = credential.course?.failingSince
    verdict = worst
    change = credential.change
    course = worst == credential.verdict ? credential.course : nil
    isFlapping = credential.course?.isFlapping ?? false
    self.findings = findings
  }

  /// What a credential is and when it ends.
  static func facts(of credential: CredentialRecord) -> [String] {
    var facts = [credential.kind]
    if let end = credential.expiresAt, let days = credential.daysLeft {
      facts.append("\(Wording.daysLeft(days)) (\(end.utcDay))")
    }
    return facts
  }
}

extension Finding {
  /// Whether it is trouble that nobody answers for.
  var isOpen: Bool { verdict.isTrouble && suppressed == nil }
}
