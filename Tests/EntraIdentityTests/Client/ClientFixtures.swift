@testable import EntraIdentity

/// Authorities that were never on a network, for tests of what is sent to them.
enum ClientFixtures {
  static func authority(_ kind: AuthorityKind) throws -> ResolvedAuthority {
    let written = "https://login.contoso.example/tenant"
    let endpoint = try EndpointURL(written + "/oauth2/v2.0/token")
    return ResolvedAuthority(
      authority: Authority(kind: kind, written: written), tokenEndpoint: endpoint,
      configuration: OpenIDConfiguration(
        issuer: written, tokenEndpoint: endpoint.description, jwksURI: nil,
        authorizationEndpoint: nil, deviceAuthorizationEndpoint: nil,
        tokenEndpointAuthMethods: nil, tokenEndpointAuthSigningAlgorithms: nil,
        accessTokenIssuer: nil, tenantRegionScope: nil, tenantRegionSubScope: nil,
        cloudInstanceName: nil, cloudGraphHostName: nil, msgraphHost: nil))
  }
}
