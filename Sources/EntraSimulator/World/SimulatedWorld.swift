/// Everything that a simulator serves: tenants, hosts and how they behave.
package struct SimulatedWorld: Sendable {
  package var tenants: [SimulatedTenant]
  /// What is special about a host, by its name. A host that is named here but belongs to no tenant
  /// is reachable and answers 404 to what its script leaves over.
  package var hosts: [String: SimulatedHost]
  /// What the CONNECT proxy does before it tunnels.
  package var proxy: [ProxyStep]
  /// How long every answer is held back: a network's round trip, for benchmarks.
  package var latency: Duration?

  package init(
    _ tenants: [SimulatedTenant], hosts: [String: SimulatedHost] = [:], proxy: [ProxyStep] = [],
    latency: Duration? = nil
  ) {
    self.tenants = tenants
    self.hosts = hosts
    self.proxy = proxy
    self.latency = latency
  }

  /// A world of many like tenants in the worldwide cloud, each with applications that hold one
  /// secret. Ids can be computed: `GUID.numbered(i)` is tenant i, from 1.
  package static func many(
    tenants: Int, applications: Int = 1, roles: [String] = ["User.Read.All"]
  ) -> SimulatedWorld {
    SimulatedWorld(
      (0..<tenants).map { index in
        let number = index + 1
        return .entra(
          "tenant\(number)", id: GUID.numbered(number),
          (0..<applications).map { position in
            .secret(
              "app\(position + 1)",
              clientID: GUID.numbered(index * applications + position + 1, kind: 1),
              "many~secret.\(number)-\(position + 1)", roles: roles)
          })
      })
  }
}

/// What is special about one host.
package struct SimulatedHost: Sendable {
  /// What its TLS certificate is like.
  package enum ServerCertificate: Sendable, Hashable {
    case good
    case expired
    case notYetValid
    /// For another host's name.
    case wrongName
    /// By an authority that nobody trusts.
    case untrusted
    /// By a company's authority, as where a proxy opens TLS.
    case inspected
  }

  package var certificate: ServerCertificate
  package var script: [ScriptStep]
  /// Whether it speaks TLS 1.0 and 1.1 and nothing later (RFC 8996 ended them).
  package var isOutdated: Bool

  package init(
    certificate: ServerCertificate = .good, isOutdated: Bool = false, script: [ScriptStep] = []
  ) {
    self.certificate = certificate
    self.isOutdated = isOutdated
    self.script = script
  }
}
