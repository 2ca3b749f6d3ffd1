package import Foundation

/// A policy for single applications (`appManagementPolicies`): of what it says, and for what it names,
/// it wins over the tenant's own.
package struct DirectoryPolicyException: Sendable, Hashable {
  /// Registrations and service principals, by their object ids.
  package let objects: Set<UUID>
  /// Those that are disabled too: they lift what the tenant's own says.
  package let rules: [DirectoryRule]

  package init(objects: Set<UUID>, rules: [DirectoryRule]) {
    self.objects = objects
    self.rules = rules
  }
}
