/// What the tenant's own rule says of how long credentials may live (`defaultAppManagementPolicy`).
package struct DirectoryPolicy: Sendable, Hashable {
  /// In seconds; nil where there is no such rule, or it is disabled.
  package let longestPassword: Double?
  /// In seconds; nil where there is no such rule, or it is disabled.
  package let longestCertificate: Double?

  package init(longestPassword: Double?, longestCertificate: Double?) {
    self.longestPassword = longestPassword
    self.longestCertificate = longestCertificate
  }
}
