package import Foundation

/// A part of a stored run, one customer's or one team's, read as a run of its own. It shows no
/// other: records, totals and notices are the part's, and what names somebody else in them is taken
/// out.
///
/// An authority is shown with the credentials that depend on it; in a team's report, without its
/// owner where that is another team.
package struct PartialRun: RunReader {
  package let run: AuditRun
  private let whole: any RunReader
  private let scope: RunScope
  private let filter: PartFilter
  private let scrubber: PartScrubber
  private let tenants: Set<String>
  private let counts: RunSummary

  /// - Parameters:
  ///   - whole: The run.
  ///   - scope: What is to be shown; its applications and shard are not looked at.
  /// - Throws: What reading the run throws.
  package init(of whole: any RunReader, scope: RunScope) throws {
    var filter = PartFilter(scope)
    var (shown, others) = (NamingWords(), NamingWords())
    var counts = RunSummary()
    var subjects: Set<SubjectName> = []
    var tenants: Set<String> = []
    try whole.forEachCredential { record in
      filter.learn(record)
      guard filter.shows(record) else { return others.add(record) }
      shown.add(record)
      subjects.insert(record.name)
      tenants.insert(record.tenant)
      counts.credentials.count(record.verdict, findings: record.findings)
    }
    try whole.forEachAuthority { record in
      guard filter.shows(record) else { return others.add(record) }
      var record = record
      if !filter.showsOwner(of: record) { record.owner = nil }
      shown.add(record)
      tenants.insert(record.tenant)
      counts.authorities.count(record.verdict, findings: record.findings)
    }
    scrubber = PartScrubber(ForeignWords(others, besides: shown), shown: subjects)
    run = Self.part(of: whole.run, scope, scrubber)
    self.whole = whole
    self.scope = scope
    self.filter = filter
    self.tenants = tenants
    self.counts = counts
  }

  /// Whether there is nothing to show.
  package var isEmpty: Bool { counts.authorities.total + counts.credentials.total == 0 }

  package func notices() throws -> [RunNotice] {
    try whole.notices().filter { $0.tenant.map(tenants.contains) ?? true }
      .map { scrubber.scrubbed($0) }
  }

  package func summary() throws -> RunSummary { counts }

  package func previousRun() throws -> AuditRun? {
    try whole.previousRun().map { Self.part(of: $0, scope, scrubber) }
  }

  package func lastCompleteEnd() throws -> Date? { try whole.lastCompleteEnd() }

  /// None: the totals of earlier runs are everybody's.
  package func trend(limit: Int) throws -> [RunTotals] { [] }

  package func forEachAuthority(_ body: (AuthorityRecord) throws -> Void) throws {
    try whole.forEachAuthority { try lend($0, body) }
  }

  package func forEachAuthority(
    of tenants: TenantRange, _ body: (AuthorityRecord) throws -> Void
  ) throws {
    try whole.forEachAuthority(of: tenants) { try lend($0, body) }
  }

  private func lend(
    _ record: AuthorityRecord, _ body: (AuthorityRecord) throws -> Void
  ) throws {
    guard filter.shows(record) else { return }
    var record = record
    record.findings = record.findings.map(scrubber.scrubbed)
    if !filter.showsOwner(of: record) { record.owner = nil }
    try body(record)
  }

  package func forEachCredential(_ body: (CredentialRecord) throws -> Void) throws {
    try whole.forEachCredential { try lend($0, body) }
  }

  package func forEachCredential(
    of tenants: TenantRange, _ body: (CredentialRecord) throws -> Void
  ) throws {
    try whole.forEachCredential(of: tenants) { try lend($0, body) }
  }

  private func lend(
    _ record: CredentialRecord, _ body: (CredentialRecord) throws -> Void
  ) throws {
    guard filter.shows(record) else { return }
    var record = record
    record.findings = record.findings.map(scrubber.scrubbed)
    try body(record)
  }

  /// The run's facts with the asked scope in the place of its own, which names whom it was run for.
  private static func part(
    of run: AuditRun, _ scope: RunScope, _ scrubber: PartScrubber
  ) -> AuditRun {
    var part = run
    part.scope = RunScope(tenants: scope.tenants, owners: scope.owners, tags: scope.tags)
    part.part = RunPart(isOfFilteredRun: run.scope.isFiltered)
    part.auditor = scrubber.scrubbed(run.auditor)
    return part
  }
}
