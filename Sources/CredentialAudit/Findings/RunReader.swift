/// A stored run, read in order. Every report is a function of one of these, so that last year's
/// report and today's come out the same way.
package protocol RunReader {
  /// The run's facts.
  var run: AuditRun { get }
  /// What the reader should know beside the verdicts, in a fixed order.
  func notices() throws -> [RunNotice]
  /// The totals.
  func summary() throws -> RunSummary
  /// Lends each authority, by tenant.
  func forEachAuthority(_ body: (AuthorityRecord) throws -> Void) throws
  /// Lends each credential: worst first, then soonest end, then by name.
  func forEachCredential(_ body: (CredentialRecord) throws -> Void) throws
}
