extension Authority {
  /// The authority of another tenant at the same service.
  /// - Parameter tenant: The tenant.
  /// - Returns: Its authority.
  /// - Throws: ``RequestProblem/tenantNotApplicable`` for families whose host or path is one
  ///   tenant's own.
  func of(_ tenant: TenantID) throws(IdentityError) -> Authority {
    guard tenant != self.tenant else { return self }
    let path: String
    switch kind {
    case .entra: path = "/\(tenant)"
    case .dsts: path = "/dstsv2/\(tenant)"
    case .b2c, .ciam, .adfs, .oidc: throw .request(.tenantNotApplicable)
    }
    do {
      return try Authority(url.origin + path, kind: isDeclared ? kind : nil)
    } catch {
      throw .request(.tenantNotApplicable)
    }
  }

  /// The authority of a tenant in a cloud.
  /// - Parameters:
  ///   - cloud: The cloud.
  ///   - tenant: The tenant.
  /// - Throws: ``AuthorityProblem`` for a cloud that was shut down.
  public init(cloud: Cloud = .worldwide, tenant: TenantID) throws(AuthorityProblem) {
    try self.init("https://\(cloud.host)/\(tenant)")
  }
}
