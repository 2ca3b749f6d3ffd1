/// What is asked of an authority beyond its own text.
public struct AuthorityExpectations: Hashable, Sendable {
  /// The GUID that discovery must resolve to.
  public var tenantID: String?
  /// Where a generic issuer's endpoints may also be; see ``EndpointRules``.
  public var trustedHosts: [String]
  /// Whether a cloud may be asked about an unknown host. Where it may not, such
  /// a host is used only if somebody declares what it is.
  public var instanceDiscovery: Bool
  /// The issuers that are trusted; nil for every issuer that is the authority's by the rules.
  /// The list narrows the rules and never widens them.
  public var trustedIssuers: [String]?
  /// Whether the key set is asked for. Who only requests tokens needs none.
  public var wantsKeys: Bool
  /// The limit of each single attempt.
  public var timeout: Duration

  /// Makes expectations.
  /// - Parameters:
  ///   - tenantID: The GUID that discovery must resolve to.
  ///   - trustedHosts: Where a generic issuer's endpoints may also be.
  ///   - instanceDiscovery: Whether a cloud may be asked about an unknown host.
  ///   - trustedIssuers: The issuers that are trusted, exactly as documents write them; nil for
  ///     every issuer that is the authority's.
  ///   - wantsKeys: Whether the key set is asked for.
  ///   - timeout: The limit of each single attempt.
  public init(
    tenantID: String? = nil, trustedHosts: [String] = [], instanceDiscovery: Bool = true,
    trustedIssuers: [String]? = nil, wantsKeys: Bool = true, timeout: Duration = .seconds(20)
  ) {
    self.tenantID = tenantID
    self.trustedHosts = trustedHosts
    self.instanceDiscovery = instanceDiscovery
    self.trustedIssuers = trustedIssuers
    self.wantsKeys = wantsKeys
    self.timeout = timeout
  }
}
