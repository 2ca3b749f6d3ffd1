import Foundation

/// What Microsoft Graph tells of one tenant's directory.
package struct SimulatedDirectory: Sendable {
  /// The registrations, in the order in which they are listed.
  package var applications: [ListedApplication]
  /// Registrations and service principals that are listed after the others, each made only when it
  /// is asked for.
  package var generated: GeneratedApplications?
  package var principals: [ListedPrincipal]
  /// Registrations that were deleted and can still be restored.
  package var deleted: [ListedApplication]
  package var policy: ListedPolicy
  /// Policies for single applications.
  package var exceptions: [ListedException] = []
  package var quota: GraphQuota
  /// Whether a list of applications may bring their federated credentials.
  package var expandsFederations = true
  /// Members that this cloud's schema does not have yet: selecting one is refused.
  package var unknownMembers: Set<String> = []
  /// How Graph misbehaves for this tenant.
  package var script: [GraphStep]

  package init(
    _ applications: [ListedApplication] = [], generated: GeneratedApplications? = nil,
    principals: [ListedPrincipal] = [], deleted: [ListedApplication] = [],
    policy: ListedPolicy = .neverSet, quota: GraphQuota = GraphQuota(users: 100),
    script: [GraphStep] = []
  ) {
    self.applications = applications
    self.generated = generated
    self.principals = principals
    self.deleted = deleted
    self.policy = policy
    self.quota = quota
    self.script = script
  }

  /// The directory of a tenant whose entries are those that its token endpoint goes by: a
  /// registration and a service principal of each application. A test changes what it wants to
  /// differ.
  package init(of tenant: SimulatedTenant) {
    self.init(
      tenant.applications.map { ListedApplication($0, in: tenant) },
      principals: tenant.applications.map { ListedPrincipal($0, in: tenant) })
  }
}
