/// One directory or issuer, with what is registered in it.
package struct SimulatedTenant: Sendable {
  /// The tenant id, a GUID in lower case.
  package var id: String
  package var family: SimulatedFamily
  /// The domains under which it answers, besides its id.
  package var domains: [String]
  package var applications: [SimulatedApplication]
  /// The APIs that have a service principal here, besides the cloud's Graph and management.
  package var resources: [SimulatedResource]
  /// `tenant_region_scope` of the discovery document.
  package var regionScope: String?
  /// `tenant_region_sub_scope`, where there is one: `GCC`, `DODCON`, `DOD`.
  package var regionSubScope: String?
  package var tolerances: Set<Tolerance>
  /// How its endpoints misbehave.
  package var script: [ScriptStep]
  /// What Graph tells of it; nil for what its applications are.
  package var directory: SimulatedDirectory?

  package init(
    id: String = GUID.random(), family: SimulatedFamily, domains: [String] = [],
    applications: [SimulatedApplication] = [], resources: [SimulatedResource] = [],
    regionScope: String? = nil, regionSubScope: String? = nil,
    tolerances: Set<Tolerance>? = nil, script: [ScriptStep] = []
  ) {
    self.id = id.lowercased()
    self.family = family
    self.domains = domains
    self.applications = applications
    self.resources = resources
    self.regionScope =
      regionScope
      ?? (family.isPlatform ? (family == .entra(.usGovernment) ? "USGov" : "NA") : nil)
    self.regionSubScope = regionSubScope
    self.tolerances = tolerances ?? (family.isPlatform ? Tolerance.ofThePlatform : [])
    self.script = script
  }

  /// A directory of Entra ID that also answers to `{name}.onmicrosoft.com`.
  package static func entra(
    _ name: String, id: String = GUID.random(), cloud: SimulatedCloud = .worldwide,
    _ applications: [SimulatedApplication], script: [ScriptStep] = []
  ) -> Self {
    Self(
      id: id, family: .entra(cloud), domains: [name + ".onmicrosoft.com"],
      applications: applications, script: script)
  }

  /// A B2C directory at `{name}.b2clogin.com/{name}.onmicrosoft.com/{policy}`.
  package static func b2c(
    _ name: String, id: String = GUID.random(), policies: [String] = ["b2c_1_sign_in"],
    _ applications: [SimulatedApplication], script: [ScriptStep] = []
  ) -> Self {
    Self(
      id: id, family: .b2c(host: name + ".b2clogin.com", policies: policies),
      domains: [name + ".onmicrosoft.com"], applications: applications, script: script)
  }

  /// A directory of External ID at `{subdomain}.ciamlogin.com`.
  package static func ciam(
    _ subdomain: String, id: String = GUID.random(), _ applications: [SimulatedApplication],
    script: [ScriptStep] = []
  ) -> Self {
    Self(
      id: id, family: .ciam(subdomain: subdomain), domains: [subdomain + ".onmicrosoft.com"],
      applications: applications, script: script)
  }

  /// A federation server at `host/adfs`.
  package static func adfs(
    _ host: String, _ applications: [SimulatedApplication], script: [ScriptStep] = []
  ) -> Self {
    Self(family: .adfs(host: host), applications: applications, script: script)
  }

  /// An OpenID issuer at `https://host{path}`.
  package static func oidc(
    _ host: String, path: String = "", _ applications: [SimulatedApplication],
    script: [ScriptStep] = []
  ) -> Self {
    Self(family: .oidc(host: host, path: path), applications: applications, script: script)
  }

  /// Every host under which the tenant is reached.
  package var hosts: [String] {
    switch family {
    case .entra(let cloud): cloud.hosts
    case .b2c(let host, _), .adfs(let host), .oidc(let host, _): [host]
    case .ciam(let subdomain): [subdomain + ".ciamlogin.com", id + ".ciamlogin.com"]
    }
  }

  /// The URL that a client is configured with.
  package var authority: String {
    switch family {
    case .entra(let cloud): "https://\(cloud.hosts.first ?? "localhost")/\(id)"
    case .b2c(let host, let policies):
      "https://\(host)/\(domains.first ?? id)/\(policies.first ?? "b2c_1_sign_in")"
    case .ciam(let subdomain): "https://\(subdomain).ciamlogin.com/\(domains.first ?? id)"
    case .adfs(let host): "https://\(host)/adfs"
    case .oidc(let host, let path): "https://\(host)\(path)"
    }
  }
}
