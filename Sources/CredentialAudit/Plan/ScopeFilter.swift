/// Which subjects a run was asked for, by the globs of its scope.
package struct ScopeFilter: Sendable {
  private let tenants: [Glob]
  private let applications: [Glob]
  private let owners: [Glob]
  private let tags: [Glob]
  private let shard: Shard?
  /// Whether all subjects are asked for, as in most runs.
  private let includesAll: Bool

  package init(_ scope: RunScope) {
    tenants = scope.tenants.map(Glob.init)
    applications = scope.applications.map(Glob.init)
    owners = scope.owners.map(Glob.init)
    tags = scope.tags.map(Glob.init)
    shard = scope.shard.flatMap(Shard.init)
    includesAll = shard == nil && [tenants, applications, owners, tags].allSatisfy(\.isEmpty)
  }

  /// Whether a subject is asked for, by its names and by what is known of it beside them; the lists
  /// are all to fit, and any pattern of a list does. The authority of a credential that is asked for
  /// is looked at too, whatever this says of it.
  package func includes(_ subject: SubjectName, owner: String?, tags: [String]) -> Bool {
    includesAll || includes(subject, owners: [owner].compactMap(\.self), tags: tags)
  }

  /// The same of what has several owners, of whom any may be meant.
  package func includes(_ subject: SubjectName, owners: [String], tags: [String]) -> Bool {
    let fitsApplications =
      switch subject {
      case .authority: applications.isEmpty
      case .credential(_, let application, _): Self.fits(applications, [application])
      }
    return (shard?.holds(tenant: subject.tenant) ?? true)
      && Self.fits(tenants, [subject.tenant]) && fitsApplications
      && Self.fits(self.owners, owners) && Self.fits(self.tags, tags)
  }

  /// Whether something that only a tenant's directory knows could be asked for: by a client id, which
  /// is the name of what nobody declared, or by an owner whom the directory alone names.
  func mayFitDirectory(of tenant: InventoryTenant) -> Bool {
    guard let directory = tenant.directory, !applications.isEmpty || !owners.isEmpty,
      shard?.holds(tenant: tenant.name) ?? true, Self.fits(tenants, [tenant.name])
    else { return false }
    let declared = tenant.applications.contains {
      Self.fits(applications, [$0.name]) && Self.fits(tags, $0.terms.tags)
    }
    return declared
      || directory.watch == .all && Self.fits(tags, tenant.terms.tags)
        && (applications.isEmpty || applications.contains { $0.mayBeGUID })
  }

  private static func fits(_ globs: [Glob], _ names: [String]) -> Bool {
    globs.isEmpty || globs.contains { glob in names.contains(where: glob.matches) }
  }
}
