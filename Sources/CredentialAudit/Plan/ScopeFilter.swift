/// Which subjects a run was asked for, by the globs of its scope.
package struct ScopeFilter: Sendable {
  private let tenants: [Glob]
  private let applications: [Glob]
  private let owners: [Glob]
  private let tags: [Glob]
  private let shard: Shard?

  package init(_ scope: RunScope) {
    tenants = scope.tenants.map(Glob.init)
    applications = scope.applications.map(Glob.init)
    owners = scope.owners.map(Glob.init)
    tags = scope.tags.map(Glob.init)
    shard = scope.shard.flatMap(Shard.init)
  }

  /// Whether a tenant's own name is asked for.
  func includes(tenant: InventoryTenant) -> Bool {
    shard?.holds(tenant: tenant.name) ?? true && Self.fits(tenants, [tenant.name])
  }

  /// Whether a credential is asked for; the lists are all to fit, and any pattern of a list does.
  func includes(
    _ credential: InventoryCredential, of application: InventoryApplication
  ) -> Bool {
    Self.fits(applications, [application.name])
      && Self.fits(owners, [credential.owner].compactMap(\.self))
      && Self.fits(tags, credential.tags)
  }

  /// Whether a tenant without any credential in the selection is still asked for.
  func includesAuthority(of tenant: InventoryTenant) -> Bool {
    includes(tenant: tenant) && applications.isEmpty
      && Self.fits(owners, [tenant.owner].compactMap(\.self)) && Self.fits(tags, tenant.tags)
  }

  private static func fits(_ globs: [Glob], _ names: [String]) -> Bool {
    globs.isEmpty || globs.contains { glob in names.contains(where: glob.matches) }
  }
}
