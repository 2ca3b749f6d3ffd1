package import EntraIdentity

/// One authority that is looked at once, however many tenants of the inventory share it.
package struct PlannedAuthority: Sendable {
  /// What makes two tenants' authorities one and the same question.
  package struct Key: Sendable, Hashable {
    let authority: String
    let kind: AuthorityKind?
    let tenantID: String?
    let trustedHosts: [String]

    init(_ tenant: InventoryTenant) {
      authority = tenant.authority
      kind = tenant.kind
      tenantID = tenant.tenantID
      trustedHosts = tenant.trustedHosts
    }
  }

  /// Never empty.
  package let tenants: [PlannedTenant]

  package var key: Key { Key(tenants[0].tenant) }

  /// What the URL says by itself. Read anew each time: kept for each of many thousands, it would be
  /// the largest part of a plan.
  package var reading: AuthorityReading { AuthorityReading(of: tenants[0].tenant) }
}

extension AuthorityReading {
  /// What a tenant's URL says by itself.
  init(of tenant: InventoryTenant) {
    self = Authority.read(tenant.authority, kind: tenant.kind)
  }
}
