package import Foundation

/// One tenant's directory, read to its end. There is no partial one: what could not be read to its
/// end is a ``DirectoryFailure``.
package struct DirectorySnapshot: Sendable {
  /// Whose it is.
  package let tenantID: UUID
  /// Those that were asked for: the declared ones, or all of the tenant's own.
  package let applications: [DirectoryApplication]
  /// Those of `applications` among the deleted that can still be restored.
  package let deleted: [DirectoryApplication]
  /// Those that stand for the tenant's own applications.
  package let principals: [DirectoryPrincipal]
  /// The tenant's rules for the life of credentials; nil where they may not be read.
  package let policy: DirectoryPolicy?
  package let gaps: DirectoryGaps
  /// How many requests it took, repeats included.
  package let requests: Int

  package init(
    tenantID: UUID, applications: [DirectoryApplication], deleted: [DirectoryApplication],
    principals: [DirectoryPrincipal], policy: DirectoryPolicy?,
    gaps: DirectoryGaps = DirectoryGaps(), requests: Int
  ) {
    self.tenantID = tenantID
    self.applications = applications
    self.deleted = deleted
    self.principals = principals
    self.policy = policy
    self.gaps = gaps
    self.requests = requests
  }
}
