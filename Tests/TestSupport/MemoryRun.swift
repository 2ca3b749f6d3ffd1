package import CredentialAudit
package import Foundation

/// A run in memory, in the order that the store promises: authorities by tenant, credentials worst
/// first, then by priority, soonest end and name.
package struct MemoryRun: RunReader, Sendable {
  /// What reading it throws where a test wants it to.
  package struct Broken: Error, Hashable {
    package init() {}
  }

  package var run: AuditRun
  package var noticeList: [RunNotice]
  package var before: AuditRun?
  package var completeEnd: Date?
  package var totals: [RunTotals] = []
  package private(set) var authorities: [AuthorityRecord]
  package private(set) var credentials: [CredentialRecord]
  /// Reading throws after so many credentials, as a database does that breaks half-way.
  package var breaksAfter: Int?
  /// Whether its sums can be read.
  package var isCountable = true

  package init(
    run: AuditRun, notices: [RunNotice] = [], authorities: [AuthorityRecord] = [],
    credentials: [CredentialRecord] = []
  ) {
    self.run = run
    self.noticeList = notices
    self.authorities = authorities.sorted { $0.tenant < $1.tenant }
    self.credentials = credentials.sorted { one, other in
      if one.verdict != other.verdict { return one.verdict.severity > other.verdict.severity }
      let (first, second) = (
        Priority(of: one, roles: one.roles), Priority(of: other, roles: other.roles)
      )
      if first != second { return first < second }
      let (left, right) = (one.expiresAt ?? .distantFuture, other.expiresAt ?? .distantFuture)
      return left != right ? left < right : one.subject < other.subject
    }
  }

  package func notices() throws -> [RunNotice] { noticeList }

  package func summary() throws -> RunSummary {
    guard isCountable else { throw Broken() }
    var summary = RunSummary()
    for authority in authorities {
      summary.authorities.count(authority.verdict, findings: authority.findings)
    }
    for credential in credentials {
      summary.credentials.count(credential.verdict, findings: credential.findings)
    }
    return summary
  }

  package func previousRun() throws -> AuditRun? { before }

  package func lastCompleteEnd() throws -> Date? { completeEnd }

  package func trend(limit: Int) throws -> [RunTotals] { Array(totals.suffix(limit)) }

  package func forEachAuthority(_ body: (AuthorityRecord) throws -> Void) throws {
    for authority in authorities { try body(authority) }
  }

  package func forEachCredential(_ body: (CredentialRecord) throws -> Void) throws {
    for (place, credential) in credentials.enumerated() {
      if place == breaksAfter { throw Broken() }
      try body(credential)
    }
  }
}
