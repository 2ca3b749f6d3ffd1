package import EntraIdentity

extension AuditPlan {
  /// A plan of authorities alone, as they are given by hand; each is its own tenant's name.
  package init(
    authorities: [String], kind: AuthorityKind?, tenantID: String?, trustedHosts: [String]
  ) {
    var seen: Set<String> = []
    let tenants = authorities.filter { seen.insert($0).inserted }.map { url in
      InventoryTenant(
        name: url, authority: url, kind: kind, tenantID: tenantID, tags: [], owner: nil,
        directory: nil, trustedHosts: trustedHosts, clientAuthentication: .post, applications: [],
        location: SourceLocation(file: "command line", line: 1, column: 1))
    }
    self.init(
      Inventory(
        path: "", sha256: "", network: NetworkSettings(), unknownFor: Days(3), tenants: tenants,
        suppressions: []))
  }
}
