extension OpenIDConfiguration {
  /// Reads a document's members. One of another type counts as missing, and unknown ones are
  /// passed over: the live documents have both.
  init(_ fields: [String: JSONValue]) {
    func text(_ name: String) -> String? { fields[name]?.string }
    self.init(
      issuer: text("issuer"), tokenEndpoint: text("token_endpoint"), jwksURI: text("jwks_uri"),
      authorizationEndpoint: text("authorization_endpoint"),
      deviceAuthorizationEndpoint: text("device_authorization_endpoint"),
      tokenEndpointAuthMethods: fields["token_endpoint_auth_methods_supported"]?.strings,
      tokenEndpointAuthSigningAlgorithms:
        fields["token_endpoint_auth_signing_alg_values_supported"]?.strings,
      accessTokenIssuer: text("access_token_issuer"),
      tenantRegionScope: text("tenant_region_scope"),
      tenantRegionSubScope: text("tenant_region_sub_scope"),
      cloudInstanceName: text("cloud_instance_name"),
      cloudGraphHostName: text("cloud_graph_host_name"), msgraphHost: text("msgraph_host"))
  }
}
