import EntraIdentity

extension FuzzTarget {
  /// A discovery document proves an authority only where it names the authority's own issuer, tenant
  /// and hosts.
  static let configuration = FuzzTarget { bytes in
    let examination = Waiting.for {
      let resolver = AuthorityResolver(
        transport: FuzzedService(end: "/openid-configuration", status: 200, bytes: bytes),
        retry: RetryPolicy(maximumAttempts: 1))
      guard let authority = try? Authority(FuzzedService.authority) else {
        fatalError("the authority is well formed")
      }
      return await resolver.examine(authority)
    }
    guard let resolved = examination.resolved else { return }
    precondition(resolved.tenantID?.description == FuzzedService.tenant)
    precondition(resolved.tokenEndpoint.origin.hasPrefix("https://"))
    precondition(resolved.issuer.contains(FuzzedService.tenant))
  }
}
