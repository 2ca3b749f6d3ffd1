/// The fields of an OpenID configuration (OpenID Connect Discovery 1.0, section 3; RFC 8414) that
/// the flows and the checks need, with Entra's own beside them. Nothing in it is trusted yet.
public struct OpenIDConfiguration: Hashable, Sendable {
  /// `issuer`.
  public let issuer: String?
  /// `token_endpoint`.
  public let tokenEndpoint: String?
  /// `jwks_uri`.
  public let jwksURI: String?
  /// `authorization_endpoint`.
  public let authorizationEndpoint: String?
  /// `device_authorization_endpoint`.
  public let deviceAuthorizationEndpoint: String?
  /// `token_endpoint_auth_methods_supported`.
  public let tokenEndpointAuthMethods: [String]?
  /// `token_endpoint_auth_signing_alg_values_supported`.
  public let tokenEndpointAuthSigningAlgorithms: [String]?
  /// `access_token_issuer` (AD FS).
  public let accessTokenIssuer: String?
  /// `tenant_region_scope` (Entra).
  public let tenantRegionScope: String?
  /// `tenant_region_sub_scope` (Entra).
  public let tenantRegionSubScope: String?
  /// `cloud_instance_name` (Entra).
  public let cloudInstanceName: String?
  /// `cloud_graph_host_name` (Entra).
  public let cloudGraphHostName: String?
  /// `msgraph_host` (Entra).
  public let msgraphHost: String?

  /// The fields without which an application that acts for itself gets nowhere, and that are not
  /// there or not text. A missing issuer is not among them: it has a judgement of its own.
  public var missingFields: [String] {
    [("token_endpoint", tokenEndpoint), ("jwks_uri", jwksURI)]
      .filter { $0.1?.isEmpty ?? true }.map(\.0)
  }
}
