/// A world by host and name, so that a request among thousands of tenants finds its own at once.
struct WorldIndex: Sendable {
  private struct Key: Hashable, Sendable {
    let scope: String
    let name: String
  }

  private let world: SimulatedWorld
  private var tenants: [Key: Int] = [:]
  private var clouds: [String: SimulatedCloud] = [:]
  private var families: [String: SimulatedFamily] = [:]
  private var issuers: [String: Int] = [:]
  /// Tenants by their cloud's Graph and id.
  private var directories: [Key: Int] = [:]
  private var graphHosts: [String: SimulatedCloud] = [:]

  init(_ world: SimulatedWorld) {
    self.world = world
    // The three clouds answer even where nobody lives in them: that is what 90002 is for.
    for cloud in [SimulatedCloud.worldwide, .usGovernment, .china] {
      add(cloud)
      for host in cloud.graphHosts { graphHosts[host] = cloud }
    }
    for (position, tenant) in world.tenants.enumerated() {
      if tenant.family.isPlatform {
        directories[Key(scope: tenant.family.cloud.graphHost, name: tenant.id)] = position
      }
      let names = [tenant.id] + tenant.domains.map { $0.lowercased() }
      switch tenant.family {
      case .entra(let cloud):
        add(cloud)
        for scope in [cloud.hosts.first ?? "", "localhost"] {
          for name in names { tenants[Key(scope: scope, name: name)] = position }
        }
      case .b2c, .ciam:
        for host in tenant.hosts {
          families[host] = tenant.family
          for name in names { tenants[Key(scope: host, name: name)] = position }
        }
      case .adfs(let host):
        families[host] = tenant.family
        tenants[Key(scope: host, name: "adfs")] = position
      case .oidc(let host, let path):
        issuers[host + path] = position
        if families[host] == nil { families[host] = tenant.family }
      }
    }
  }

  private mutating func add(_ cloud: SimulatedCloud) {
    for host in cloud.hosts { clouds[host] = cloud }
  }

  /// Whether somebody in this world answers to the name.
  func knows(_ host: String) -> Bool {
    host == "localhost" || clouds[host] != nil || families[host] != nil
      || graphHosts[host] != nil || world.hosts[host] != nil || regionalCloud(host) != nil
  }

  func script(ofHost host: String) -> [ScriptStep] { world.hosts[host]?.script ?? [] }

  /// The tenant of that id, where it lives in the cloud.
  func directory(_ id: String, cloud: SimulatedCloud) -> SimulatedTenant? {
    directories[Key(scope: cloud.graphHost, name: id.lowercased())].map { world.tenants[$0] }
  }

  private func regionalCloud(_ host: String) -> SimulatedCloud? {
    [SimulatedCloud.worldwide, .usGovernment, .china].first { cloud in
      cloud.regionalSuffix.map { host.hasSuffix($0) } ?? false
    }
  }

  /// What the request's URL points at; nil where the host has nothing of the kind.
  func locate(_ request: SimulatedRequest) -> Place? {
    if let place = issuer(request) { return place }
    let segments = request.path.split(separator: "/")
    if let cloud = graphHosts[request.host]
      ?? (request.host == "localhost" && segments.first == "v1.0" ? .worldwide : nil)
    {
      return Place(endpoint: .graph, family: .entra(cloud))
    }
    if let cloud = clouds[request.host] ?? regionalCloud(request.host) {
      return directory(segments, cloud: cloud, scope: cloud.hosts.first ?? "")
    }
    if request.host == "localhost" {
      // Asked directly, a directory names itself, so that a client without the proxy is content.
      return directory(segments, cloud: .custom([request.authority]), scope: "localhost")
    }
    switch families[request.host] {
    case .ciam: return customers(segments, host: request.host)
    case .b2c: return policies(segments, request)
    case .adfs: return federation(segments, host: request.host)
    case .entra, .oidc, nil: return nil
    }
  }

  private func directory(
    _ segments: [Substring], cloud: SimulatedCloud, scope: String
  ) -> Place? {
    guard let name = segments.first, let tail = Place.Tail(segments.dropFirst()) else { return nil }
    let found = tenants[Key(scope: scope, name: name.lowercased())]
    return Place(
      endpoint: tail.endpoint, version: tail.version, tenantName: String(name),
      tenant: found.map { world.tenants[$0] }, family: .entra(cloud))
  }

  private func customers(_ segments: [Substring], host: String) -> Place? {
    guard let name = segments.first, let tail = Place.Tail(segments.dropFirst()),
      let family = families[host]
    else { return nil }
    let found = tenants[Key(scope: host, name: name.lowercased())]
    return Place(
      endpoint: tail.endpoint, version: tail.version, tenantName: String(name),
      tenant: found.map { world.tenants[$0] }, family: family)
  }

  private func policies(_ segments: [Substring], _ request: SimulatedRequest) -> Place? {
    var rest = segments[...]
    if rest.first == "tfp" { rest = rest.dropFirst() }
    guard let name = rest.popFirst(), let family = families[request.host] else { return nil }
    var place = Place(endpoint: .other, tenantName: String(name), family: family)
    place.tenant = tenants[Key(scope: request.host, name: name.lowercased())].map {
      world.tenants[$0]
    }
    if let policy = FormText(request.query ?? "")["p"], let tail = Place.Tail(rest) {
      (place.endpoint, place.version) = (tail.endpoint, tail.version)
      (place.policy, place.policyIsInQuery) = (policy, true)
      return place
    }
    guard let policy = rest.popFirst(), let tail = Place.Tail(rest) else { return nil }
    (place.endpoint, place.version) = (tail.endpoint, tail.version)
    place.policy = String(policy)
    return place
  }

  private func federation(_ segments: [Substring], host: String) -> Place? {
    guard segments.first == "adfs", let tail = Place.Tail(segments.dropFirst()),
      tail.endpoint != .instanceDiscovery, let found = tenants[Key(scope: host, name: "adfs")]
    else { return nil }
    let tenant = world.tenants[found]
    return Place(
      endpoint: tail.endpoint, version: .v1, tenantName: "adfs", tenant: tenant,
      family: tenant.family)
  }

  private func issuer(_ request: SimulatedRequest) -> Place? {
    guard !issuers.isEmpty else { return nil }
    let wellKnown = "/.well-known/oauth-authorization-server"
    let tails: [(String, ScriptStep.Endpoint)] = [
      ("/.well-known/openid-configuration", .discovery), ("/jwks", .keys), ("/token", .token),
    ]
    var found = tails.lazy.compactMap { tail, endpoint in
      request.path.hasSuffix(tail)
        ? issuers[request.host + request.path.dropLast(tail.count)].map { ($0, endpoint) } : nil
    }.first
    if found == nil, request.path.hasPrefix(wellKnown) {
      // RFC 8414, section 3.1 puts the well-known part before the issuer's path.
      found = issuers[request.host + request.path.dropFirst(wellKnown.count)].map {
        ($0, .discovery)
      }
    }
    return found.map { position, endpoint in
      let tenant = world.tenants[position]
      return Place(endpoint: endpoint, tenant: tenant, family: tenant.family)
    }
  }
}
