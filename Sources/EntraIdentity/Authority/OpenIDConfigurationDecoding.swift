import Foundation

extension OpenIDConfiguration {
  /// Reads a document.
  /// - Parameter json: The body, which must be one JSON object. A field of another type counts as
  ///   missing, and unknown fields are passed over: the live documents have both.
  /// - Throws: Where the body is no JSON object.
  init(json: [UInt8]) throws {
    self = try JSONDecoder().decode(Tolerant.self, from: Data(json)).configuration
  }

  /// Kept apart from the public type, which nobody else needs to decode.
  private struct Tolerant: Decodable {
    let configuration: OpenIDConfiguration

    private enum Field: String, CodingKey {
      case issuer
      case tokenEndpoint = "token_endpoint"
      case jwksURI = "jwks_uri"
      case authorizationEndpoint = "authorization_endpoint"
      case deviceAuthorizationEndpoint = "device_authorization_endpoint"
      case authMethods = "token_endpoint_auth_methods_supported"
      case authAlgorithms = "token_endpoint_auth_signing_alg_values_supported"
      case accessTokenIssuer = "access_token_issuer"
      case tenantRegionScope = "tenant_region_scope"
      case tenantRegionSubScope = "tenant_region_sub_scope"
      case cloudInstanceName = "cloud_instance_name"
      case cloudGraphHostName = "cloud_graph_host_name"
      case msgraphHost = "msgraph_host"
    }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Field.self)
      func text(_ field: Field) -> String? { try? fields.decode(String.self, forKey: field) }
      func list(_ field: Field) -> [String]? { try? fields.decode([String].self, forKey: field) }
      configuration = OpenIDConfiguration(
        issuer: text(.issuer), tokenEndpoint: text(.tokenEndpoint), jwksURI: text(.jwksURI),
        authorizationEndpoint: text(.authorizationEndpoint),
        deviceAuthorizationEndpoint: text(.deviceAuthorizationEndpoint),
        tokenEndpointAuthMethods: list(.authMethods),
        tokenEndpointAuthSigningAlgorithms: list(.authAlgorithms),
        accessTokenIssuer: text(.accessTokenIssuer), tenantRegionScope: text(.tenantRegionScope),
        tenantRegionSubScope: text(.tenantRegionSubScope),
        cloudInstanceName: text(.cloudInstanceName), cloudGraphHostName: text(.cloudGraphHostName),
        msgraphHost: text(.msgraphHost))
    }
  }
}
