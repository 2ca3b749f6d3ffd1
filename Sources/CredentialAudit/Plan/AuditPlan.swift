import EntraIdentity

/// What a run will look at: each authority once, each credential once, in the inventory's order.
package struct AuditPlan: Sendable {
  package let groups: [PlannedAuthority]
  package var settings: NetworkSettings

  /// Plans a run over what the scope asks for.
  package init(_ inventory: Inventory, scope: RunScope = RunScope()) {
    let filter = ScopeFilter(scope)
    var groups: [PlannedAuthority] = []
    var positions: [PlannedAuthority.Key: Int] = [:]
    for tenant in inventory.tenants {
      let subjects = tenant.applications.flatMap { application in
        application.credentials
          .map { PlannedCredential(tenant: tenant, application: application, credential: $0) }
          .filter { filter.includes($0.name, owner: $0.credential.owner, tags: $0.credential.tags) }
      }
      guard
        !subjects.isEmpty
          || filter.includes(tenant.authorityName, owner: tenant.owner, tags: tenant.tags)
      else { continue }
      let key = PlannedAuthority.Key(tenant)
      if let position = positions[key] {
        groups[position].tenants.append(PlannedTenant(tenant: tenant, credentials: subjects))
      } else {
        positions[key] = groups.count
        groups.append(
          PlannedAuthority(
            key: key, reading: Authority.read(tenant.authority, kind: tenant.kind),
            tenants: [PlannedTenant(tenant: tenant, credentials: subjects)]))
      }
    }
    self.groups = groups
    self.settings = inventory.network
  }

  /// How many tenants' authorities will be judged.
  package var authorityCount: Int { groups.reduce(0) { $0 + $1.tenants.count } }

  /// How many credentials will be judged.
  package var credentialCount: Int {
    groups.reduce(0) { $0 + $1.tenants.reduce(0) { $0 + $1.credentials.count } }
  }

  /// Every planned credential, in order.
  package var credentials: [PlannedCredential] {
    groups.flatMap { $0.tenants.flatMap(\.credentials) }
  }
}
