@testable import EntraIdentity

/// Authorities that were never on a network, for tests of what is sent to them.
enum ClientFixtures {
  static let tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47"

  static func authority(_ kind: AuthorityKind) throws -> ResolvedAuthority {
    let base = "https://login.contoso.example"
    let written =
      switch kind {
      case .entra, .ciam: "\(base)/\(tenant)"
      case .b2c: "\(base)/\(tenant)/b2c_1_sign_in"
      case .adfs: "\(base)/adfs"
      case .dsts: "\(base)/dstsv2/\(tenant)"
      case .oidc: "\(base)/tenant"
      }
    return try ResolvedAuthority(
      authority: Authority(written, kind: kind),
      configuration: OpenIDConfiguration(
        issuer: written, tokenEndpoint: "\(base)/tenant/oauth2/v2.0/token",
        jwksURI: "\(base)/tenant/keys",
        authorizationEndpoint: nil, deviceAuthorizationEndpoint: nil,
        tokenEndpointAuthMethods: nil, tokenEndpointAuthSigningAlgorithms: nil,
        accessTokenIssuer: nil, tenantRegionScope: nil, tenantRegionSubScope: nil,
        cloudInstanceName: nil, cloudGraphHostName: nil, msgraphHost: nil),
      issuer: written, tenantID: nil, keys: nil)
  }
}
