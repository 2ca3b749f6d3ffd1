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

  package let key: Key
  /// What the URL says by itself.
  package let reading: AuthorityReading
  package var tenants: [PlannedTenant]
}
