/// When an end that comes nearer becomes a finding.
package struct ExpiryThresholds: Sendable, Hashable {
  package var warning = Days(30)
  package var critical = Days(7)
  /// Longer than this is a warning of its own.
  package var maxLifetime = Days(730)

  package init() {}
}
