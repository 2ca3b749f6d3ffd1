/// The OpenID configuration (OpenID Connect Discovery 1.0, section 4), in each family's own shape.
struct DiscoveryDocument {
  private let exchange: Exchange
  private var place: Place { exchange.place }
  private var base: String { exchange.request.base }

  init(_ exchange: Exchange) { self.exchange = exchange }

  func response() throws(Refusal) -> SimulatedResponse {
    var document = try document()
    if case .document(let changes) = exchange.behaviour {
      for change in changes { apply(change, to: &document) }
    }
    let isPlatform = place.family.isPlatform
    return .json(
      document, headers: [("Cache-Control", isPlatform ? "max-age=86400, private" : "max-age=60")])
  }

  private func document() throws(Refusal) -> JSONValue {
    switch place.family {
    case .entra(let cloud): return try directory(cloud)
    case .ciam: return try customers()
    case .b2c: return try policies()
    case .adfs: return federation
    case .oidc(_, let path): return generic(base + path)
    }
  }

  // MARK: The platform

  private func directory(_ cloud: SimulatedCloud) throws(Refusal) -> JSONValue {
    let host = exchange.request.authority
    let name = place.tenantName.lowercased()
    let tenant = Place.aliases.contains(name) ? nil : try TenantLookup(exchange).tenant()
    // Recorded: documents of the aliases keep the placeholder, but for the consumers' own tenant.
    let id = tenant?.id ?? (name == "consumers" ? Place.consumers : "{tenantid}")
    let root = "\(base)/\(tenant?.id ?? name)"
    var document =
      place.version == .v2
      ? platform(root, issuer: "https://\(cloud.issuerHost(askedAt: host))/\(id)/v2.0", "v2.0/")
      : platform(root, issuer: "\(cloud.legacyIssuer)\(id)/", "")
    document["tenant_region_scope"] = tenant?.regionScope.map { .string($0) } ?? .null
    if let subScope = tenant?.regionSubScope {
      document["tenant_region_sub_scope"] = .string(subScope)
    }
    document["cloud_instance_name"] = .string(cloud.instanceName(askedAt: host))
    document["cloud_graph_host_name"] = "graph.windows.net"
    document["msgraph_host"] = .string(cloud.graphHost)
    document["rbac_url"] = "https://pas.windows.net"
    return document
  }

  private func customers() throws(Refusal) -> JSONValue {
    let tenant = try TenantLookup(exchange).tenant()
    // Recorded: the issuer's host is the tenant id, every other URL keeps the friendly name.
    var document = platform(
      "\(base)/\(tenant.id)", issuer: "https://\(tenant.id).ciamlogin.com/\(tenant.id)/v2.0",
      "v2.0/")
    document["tenant_region_scope"] = tenant.regionScope.map { .string($0) } ?? .null
    document["cloud_instance_name"] = "microsoftonline.com"
    document["cloud_graph_host_name"] = "graph.windows.net"
    document["msgraph_host"] = "graph.microsoft.com"
    return document
  }

  private func platform(_ root: String, issuer: String, _ version: String) -> JSONValue {
    var document: JSONValue = [
      "token_endpoint": .string("\(root)/oauth2/\(version)token"),
      "token_endpoint_auth_methods_supported": [
        "client_secret_post", "private_key_jwt", "client_secret_basic",
      ],
      "jwks_uri": .string("\(root)/discovery/\(version)keys"),
      "response_modes_supported": ["query", "fragment", "form_post"],
      "subject_types_supported": ["pairwise"],
      "id_token_signing_alg_values_supported": ["RS256"],
      "response_types_supported": ["code", "id_token", "code id_token", "id_token token"],
      "scopes_supported": ["openid", "profile", "email", "offline_access"],
      "issuer": .string(issuer),
    ]
    document["request_uri_parameter_supported"] = false
    document["userinfo_endpoint"] = .string("https://\(place.cloud.graphHost)/oidc/userinfo")
    document["authorization_endpoint"] = .string("\(root)/oauth2/\(version)authorize")
    document["device_authorization_endpoint"] = .string("\(root)/oauth2/\(version)devicecode")
    document["http_logout_supported"] = true
    document["frontchannel_logout_supported"] = true
    document["end_session_endpoint"] = .string("\(root)/oauth2/\(version)logout")
    document["claims_supported"] = ["sub", "iss", "aud", "exp", "iat", "nonce", "tid", "ver"]
    document["kerberos_endpoint"] = .string("\(root)/kerberos")
    return document
  }

  private func policies() throws(Refusal) -> JSONValue {
    let tenant = try TenantLookup(exchange).tenant()
    let policy = place.policy ?? ""
    let root = "\(base)/\(place.tenantName)" + (place.policyIsInQuery ? "" : "/\(policy)")
    let query = place.policyIsInQuery ? "?p=\(policy)" : ""
    let version = place.version == .v2 ? "v2.0/" : ""
    return [
      "issuer": .string("\(base)/\(tenant.id)/\(version)"),
      "authorization_endpoint": .string("\(root)/oauth2/\(version)authorize\(query)"),
      "token_endpoint": .string("\(root)/oauth2/\(version)token\(query)"),
      "end_session_endpoint": .string("\(root)/oauth2/\(version)logout\(query)"),
      "jwks_uri": .string("\(root)/discovery/\(version)keys\(query)"),
      "response_modes_supported": ["query", "fragment", "form_post"],
      "response_types_supported": ["code", "code id_token", "id_token", "token"],
      "scopes_supported": ["openid"],
      "subject_types_supported": ["pairwise"],
      "id_token_signing_alg_values_supported": ["RS256"],
      "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
      "claims_supported": ["oid", "sub", "tfp", "iss", "iat", "exp", "aud", "nonce"],
    ]
  }

  // MARK: Others

  private var federation: JSONValue {
    let root = base + "/adfs"
    let plain = "http://\(exchange.request.authority)/adfs/services/trust"
    return [
      "issuer": .string(root),
      "authorization_endpoint": .string(root + "/oauth2/authorize/"),
      "token_endpoint": .string(root + "/oauth2/token/"),
      "jwks_uri": .string(root + "/discovery/keys"),
      "token_endpoint_auth_methods_supported": [
        "client_secret_post", "client_secret_basic", "private_key_jwt",
        "windows_client_authentication",
      ],
      "response_types_supported": ["code", "id_token", "code id_token", "code token"],
      "grant_types_supported": ["authorization_code", "refresh_token", "client_credentials"],
      "subject_types_supported": ["pairwise"],
      "id_token_signing_alg_values_supported": ["RS256"],
      "token_endpoint_auth_signing_alg_values_supported": ["RS256"],
      "access_token_issuer": .string(plain),
      "microsoft_multi_refresh_token": true,
      "userinfo_endpoint": .string(root + "/userinfo"),
      "capabilities": [],
    ]
  }

  private func generic(_ issuer: String) -> JSONValue {
    [
      "issuer": .string(issuer),
      "token_endpoint": .string(issuer + "/token"),
      "jwks_uri": .string(issuer + "/jwks"),
      "authorization_endpoint": .string(issuer + "/authorize"),
      "grant_types_supported": ["authorization_code", "client_credentials"],
      "response_types_supported": ["code"],
      "subject_types_supported": ["public"],
      "id_token_signing_alg_values_supported": ["RS256"],
      "token_endpoint_auth_methods_supported": [
        "client_secret_basic", "client_secret_post", "private_key_jwt",
      ],
      "token_endpoint_auth_signing_alg_values_supported": ["RS256", "PS256", "ES256"],
    ]
  }

  // MARK: Lies

  private func apply(_ change: Misbehaviour.DocumentChange, to document: inout JSONValue) {
    switch change {
    case .set(let name, let value): document[name] = .string(value)
    case .remove(let name): document[name] = nil
    case .tenant(let other):
      guard let tenant = place.tenant?.id else { return }
      replace(tenant, with: other, in: &document)
    case .host(let other): replace(exchange.request.authority, with: other, in: &document)
    }
  }

  private func replace(_ old: String, with new: String, in document: inout JSONValue) {
    guard case .object(let members) = document else { return }
    for member in members {
      guard let text = member.value.text else { continue }
      document[member.name] = .string(text.replacing(old, with: new))
    }
  }
}
