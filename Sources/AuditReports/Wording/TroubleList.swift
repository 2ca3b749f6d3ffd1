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
  /// Since when it has not passed.
  let since: Date?
  let verdict: Verdict
  let change: Change
  /// What is wrong and answered for by nobody, worst first.
  let findings: [Finding]
}

/// The worst subjects of a run, a bounded number of them, and how many there are beyond.
struct TroubleList {
  private let limit: Int
  private var authorities: [Trouble] = []
  private var credentials: [Trouble] = []
  private(set) var total = 0
  private(set) var changes = ChangeTally()

  /// Reads a run once.
  init(of run: any RunReader, limit: Int) throws {
    self.limit = limit
    try run.forEachAuthority { authority in
      changes.count(authority.change)
      let findings = Self.unanswered(authority.findings)
      guard let worst = findings.first?.verdict else { return }
      total += 1
      authorities.append(Trouble(authority, verdict: worst, findings: findings))
      // Authorities come by tenant: the worst of them may be the last.
      if authorities.count > 2 * limit + 16 { authorities = Self.worst(authorities, limit) }
    }
    try run.forEachCredential { credential in
      changes.count(credential.change)
      let findings = Self.unanswered(credential.findings)
      guard let worst = findings.first?.verdict else { return }
      total += 1
      // Credentials come worst first.
      guard credentials.count < limit else { return }
      credentials.append(Trouble(credential, verdict: worst, findings: findings))
    }
  }

  /// By tenant, the tenant with the worst subject first; within it an authority before what
  /// depends on it.
  var byTenant: [(tenant: String, troubles: [Trouble])] {
    var order: [String] = []
    var groups: [String: [Trouble]] = [:]
    for trouble in Self.worst(authorities + credentials, limit) {
      if groups[trouble.tenant] == nil { order.append(trouble.tenant) }
      groups[trouble.tenant, default: []].append(trouble)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }

  /// How many are not in the list.
  var beyond: Int { max(0, total - limit) }

  private static func worst(_ troubles: [Trouble], _ limit: Int) -> [Trouble] {
    let sorted = troubles.enumerated().sorted { one, other in
      let (left, right) = (one.element.verdict.severity, other.element.verdict.severity)
      return left != right ? left > right : one.offset < other.offset
    }
    return sorted.prefix(limit).map(\.element)
  }

  private static func unanswered(_ findings: [Finding]) -> [Finding] {
    findings.filter { finding in
      finding.verdict.severity >= Verdict.warning.severity && finding.suppressed == nil
    }
  }
}

extension Trouble {
  fileprivate init(_ authority: AuthorityRecord, verdict: Verdict, findings: [Finding]) {
    self.init(
      tenant: authority.tenant, name: "authority \(authority.authority)", facts: [],
      owner: authority.owner, runbook: nil, since: authority.course?.failingSince,
      verdict: verdict, change: authority.change, findings: findings)
  }

  fileprivate init(_ credential: CredentialRecord, verdict: Verdict, findings: [Finding]) {
    var facts = [credential.kind]
    if let end = credential.expiresAt, let days = credential.daysLeft {
      facts.append("\(Wording.daysLeft(days)) (\(end.utcDay))")
    }
    self.init(
      tenant: credential.tenant, name: "\(credential.application)/\(credential.credential)",
      facts: facts, owner: credential.owner, runbook: credential.runbook,
      since: credential.course?.failingSince, verdict: verdict, change: credential.change,
      findings: findings)
  }
}
