/// `/common/discovery/instance`: whether a host is a cloud's, and which hosts are the same cloud.
struct InstanceDiscovery {
  private let exchange: Exchange

  init(_ exchange: Exchange) { self.exchange = exchange }

  func response() throws(Refusal) -> SimulatedResponse {
    let query = FormText(exchange.request.query ?? "")
    guard let version = query["api-version"], ["1.0", "1.1"].contains(version) else {
      throw Refusal(90014, "invalid_request", 400, "The request lacks the field 'api-version'")
    }
    guard let endpoint = query["authorization_endpoint"],
      case let asked = SimulatedRequest.get(endpoint), endpoint.hasPrefix("https://"),
      SimulatedCloud.listed.contains(where: { $0.aliases.contains(asked.host) })
    else { throw .unknownInstance }
    let tenant = asked.path.split(separator: "/").first.map(String.init) ?? "common"
    let suffix = asked.path.hasSuffix("/oauth2/v2.0/authorize") ? "/v2.0" : ""
    var body: JSONValue = [
      "tenant_discovery_endpoint": .string(
        "https://\(asked.authority)/\(tenant)\(suffix)/.well-known/openid-configuration")
    ]
    if version == "1.1" {
      body["api-version"] = "1.1"
      body["metadata"] = .array(
        SimulatedCloud.listed.map { group in
          [
            "preferred_network": .string(group.preferred),
            "preferred_cache": .string(group.cache),
            "aliases": JSONValue(group.aliases),
          ]
        })
    }
    return .json(body, headers: [("Cache-Control", "max-age=86400, private")])
  }
}
