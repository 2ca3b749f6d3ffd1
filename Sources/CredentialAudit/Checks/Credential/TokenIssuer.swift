import EntraIdentity

extension ResolvedAuthority {
  /// Whether tokens of this authority may name that issuer. A token's issuer need not be the
  /// document's: the API decides on the token's version, and Graph's tokens are v1 everywhere.
  func acceptsToken(issuer: String) -> Bool {
    if issuer == self.issuer || issuer == configuration.accessTokenIssuer { return true }
    guard isMicrosoft, let tenant = tenantID?.description else { return false }
    // Customers' and B2C tenants are directories of the worldwide cloud: their app tokens for
    // Graph come from its own issuer.
    let worldwide = [
      "https://sts.windows.net/\(tenant)/", "https://login.microsoftonline.com/\(tenant)/v2.0",
    ]
    switch authority.kind {
    case .entra:
      return IssuerRules.judge(issuer: issuer, for: authority) == .accepted
        && IssuerRules.tenantID(issuer: issuer, of: authority) == tenantID
    case .b2c, .ciam: return worldwide.contains(issuer)
    case .adfs, .dsts, .oidc: return false
    }
  }

  /// Whether an issuer names another tenant than this authority's. The tenants of a cloud share its
  /// keys, so that a good signature does not tell them apart.
  func isOtherTenants(issuer: String) -> Bool {
    guard let tenantID, let named = IssuerRules.tenantID(issuer: issuer, of: authority) else {
      return false
    }
    return named != tenantID
  }

  /// Whether Microsoft's directory issues the tokens.
  var isMicrosoft: Bool {
    switch authority.kind {
    case .entra, .b2c, .ciam: true
    case .adfs, .dsts, .oidc: false
    }
  }
}
