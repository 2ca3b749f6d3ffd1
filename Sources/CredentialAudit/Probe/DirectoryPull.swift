import EntraIdentity

/// A tenant's directory, read for what of it nobody has declared yet.
package struct DirectoryPull: Sendable {
  /// What is said of the tenant's authority, and of how the reading went.
  package let findings: [Finding]
  /// What nobody declared; nil where the directory was not read to its end: half of it would look like
  /// all. The directory itself is let go before anything is drafted: the two would be the most that is
  /// held at once.
  package let found: DraftFindings?
}

extension Prober {
  /// Reads a tenant's whole directory, whatever of it the inventory watches. Nothing is tried but the
  /// credential that reads.
  /// - Parameters:
  ///   - tenant: Whose; the inventory says by which credential.
  ///   - survey: What was read of the tenant's credentials, to know their entries by.
  /// - Returns: What is new, or why that cannot be said.
  package func pull(_ tenant: InventoryTenant, survey: SourceSurvey) async -> DirectoryPull {
    let watched = tenant.watchingAll
    let group = PlannedAuthority(tenants: [
      PlannedTenant(tenant: watched, places: watched.places { _ in true }[...])
    ])
    return await AuthorityProbe(
      prober: self, group: group, survey: survey, filter: ScopeFilter(RunScope())
    ).pull()
  }
}

extension InventoryTenant {
  /// The same with everything in its directory watched.
  fileprivate var watchingAll: InventoryTenant {
    InventoryTenant(
      name: name, authority: authority, kind: kind, tenantID: tenantID, tags: tags, owner: owner,
      directory: directory.map {
        InventoryDirectory(reader: $0.reader, watch: .all, ignored: $0.ignored)
      },
      trustedHosts: trustedHosts, clientAuthentication: clientAuthentication,
      applications: applications, location: location, unknownFor: unknownFor, terms: terms)
  }
}
