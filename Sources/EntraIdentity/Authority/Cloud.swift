/// A national or sovereign cloud: which hosts are one and the same there, and what belongs to it.
///
/// Each is one object of ``all``, for every authority that is read holds its cloud.
public final class Cloud: Hashable, Sendable {
  /// Whether a cloud can be used.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// In service.
    case active
    /// Still answers for old configuration; another host stands in its place.
    case legacy
    /// Shut down.
    case closed
    /// Microsoft's own, before production.
    case `internal`
  }

  /// The word for it: `public`, `usgov`, `china`, …
  public let id: String
  /// Its name, for a person to read.
  public let name: String
  /// Whether it can be used.
  public let status: Status
  /// Every authority host of the cloud, the preferred one first. A tenant is the same on each.
  public let aliases: [String]
  /// Those of ``aliases`` that should no longer be written.
  public let legacyAliases: [String]
  /// Microsoft Graph's hosts, the usual one first; empty where none is publicly known.
  public let graphHosts: [String]
  /// Hosts of Azure Resource Manager and its predecessor.
  public let managementHosts: [String]
  /// What follows the vault's name in a Key Vault host.
  public let keyVaultSuffix: String?
  /// What follows the tenant's name in an Azure AD B2C host.
  public let b2cSuffix: String?
  /// What follows the tenant's name in an External ID host.
  public let ciamSuffix: String?
  /// What follows the region in a regional token host.
  public let regionalSuffix: String?
  /// The audience of a federated credential's assertion, where it was verified.
  public let federatedAudience: String?
  /// The host of the portal in which applications are looked after; nil where none is publicly known.
  public let portalHost: String?
  /// Values of `tenant_region_scope` that were seen in this cloud; there may be others.
  public let regionScopes: [String]

  /// The host to write in an authority.
  public var host: String { aliases[0] }

  /// Microsoft Graph as a resource.
  public var graphResource: String? { graphHosts.first.map { "https://\($0)" } }

  /// The scope that client credentials ask for where nobody names one: the cloud's own Graph.
  public var defaultScope: Scope? {
    guard status != .internal else { return nil }
    return graphResource.flatMap { Scope($0 + "/.default") }
  }

  /// Looks a host up among the authority hosts of all clouds.
  /// - Parameter host: A host name; letter case does not matter, everything else does.
  /// - Returns: The cloud that has exactly this host, or nil.
  public static func known(host: String) -> Cloud? { byAlias[host.lowercased()] }

  private static let byAlias: [String: Cloud] = Dictionary(
    all.flatMap { cloud in cloud.aliases.map { ($0, cloud) } },
    uniquingKeysWith: { first, _ in first }
  )

  /// The domains of its hosts: each host without its first label. They are what documents write as
  /// `cloud_instance_name`.
  var domains: [String] {
    aliases.compactMap { host in
      host.firstIndex(of: ".").map { String(host[host.index(after: $0)...]) }
    }
  }

  /// The cloud in service whose domain a host is in, though it may be none of its known hosts.
  static func withDomain(of host: String) -> Cloud? {
    all.first { cloud in
      cloud.status == .active && cloud.domains.contains { host.hasSuffix("." + $0) }
    }
  }

  /// Whether a host is one region's token host of this cloud: `westus2.login.microsoft.com`.
  ///
  /// Exactly one label stands before the suffix, and it has a region's form; otherwise
  /// `evil.example.login.microsoft.com` or an empty label would pass.
  /// - Parameter host: The host, in lower case.
  /// - Returns: Whether it is.
  public func isRegional(host: String) -> Bool {
    guard let regionalSuffix, let label = host.label(before: regionalSuffix) else { return false }
    return label.utf8.first.map { (0x61...0x7A).contains($0) } == true && label.isHostLabel
  }

  /// Whether both are the same cloud.
  public static func == (one: Cloud, other: Cloud) -> Bool { one === other }

  /// Feeds what tells the cloud from others.
  /// - Parameter hasher: What is fed.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

  init(
    id: String, name: String, status: Status, aliases: [String], legacyAliases: [String] = [],
    graphHosts: [String] = [], managementHosts: [String] = [], keyVaultSuffix: String? = nil,
    b2cSuffix: String? = nil, ciamSuffix: String? = nil, regionalSuffix: String? = nil,
    federatedAudience: String? = nil, portalHost: String? = nil, regionScopes: [String] = []
  ) {
    precondition(!aliases.isEmpty, "a cloud has a host")
    self.id = id
    self.name = name
    self.status = status
    self.aliases = aliases
    self.legacyAliases = legacyAliases
    self.graphHosts = graphHosts
    self.managementHosts = managementHosts
    self.keyVaultSuffix = keyVaultSuffix
    self.b2cSuffix = b2cSuffix
    self.ciamSuffix = ciamSuffix
    self.regionalSuffix = regionalSuffix
    self.federatedAudience = federatedAudience
    self.portalHost = portalHost
    self.regionScopes = regionScopes
  }
}
