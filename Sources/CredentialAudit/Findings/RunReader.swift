package import Foundation

/// A stored run, read in order. Every report is a function of one of these, so that last year's
/// report and today's come out the same way.
package protocol RunReader {
  /// The run's facts.
  var run: AuditRun { get }
  /// What the reader should know beside the verdicts, in a fixed order.
  func notices() throws -> [RunNotice]
  /// The totals.
  func summary() throws -> RunSummary
  /// The run before it that it was compared with: the last one over the same inventory that was not
  /// offline; nil for the first.
  func previousRun() throws -> AuditRun?
  /// When the last complete run over the whole inventory ended, this one included; nil where there
  /// was none.
  func lastCompleteEnd() throws -> Date?
  /// The last complete runs over the whole inventory, this one included where it is one: the newest
  /// last.
  func trend(limit: Int) throws -> [RunTotals]
  /// Lends each authority, by tenant.
  func forEachAuthority(_ body: (AuthorityRecord) throws -> Void) throws
  /// Lends each credential, worst verdict first, then in the order of ``Priority``.
  func forEachCredential(_ body: (CredentialRecord) throws -> Void) throws
  /// Lends the authorities of some tenants, by tenant.
  func forEachAuthority(of tenants: TenantRange, _ body: (AuthorityRecord) throws -> Void) throws
  /// Lends the credentials of some tenants, in the order of ``Priority``.
  func forEachCredential(of tenants: TenantRange, _ body: (CredentialRecord) throws -> Void) throws
}

extension RunReader {
  /// By reading the whole run; who can ask for less does.
  package func forEachAuthority(
    of tenants: TenantRange, _ body: (AuthorityRecord) throws -> Void
  ) throws {
    try forEachAuthority { if tenants.contains($0.tenant) { try body($0) } }
  }

  /// By reading the whole run; who can ask for less does.
  package func forEachCredential(
    of tenants: TenantRange, _ body: (CredentialRecord) throws -> Void
  ) throws {
    try forEachCredential { if tenants.contains($0.tenant) { try body($0) } }
  }
}
