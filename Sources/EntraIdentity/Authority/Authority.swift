/// What somebody wrote to name who issues tokens: well formed and classified, but not yet proven.
public struct Authority: Hashable, Sendable {
  /// The family.
  public let kind: AuthorityKind
  /// Whether somebody said what it is; otherwise the URL shows it, and for Entra on an unknown
  /// host instance discovery has to confirm it.
  public let isDeclared: Bool
  /// The text as it was written.
  public let written: String
  /// The URL as it should be written: no stray slash, no endpoint's path, no query; host and
  /// tenant in lower case. The host is the one that was written, even if it is a former one.
  public let url: EndpointURL
  /// Where its OpenID configuration is (OpenID Connect Discovery 1.0, section 4).
  public let discoveryURL: EndpointURL
  /// The cloud that its host belongs to; nil for nobody's host.
  public let cloud: Cloud?
  /// The tenant, where the family has one in its URL.
  public let tenant: TenantID?
  /// B2C's policy.
  public let policy: String?
  /// A generic issuer, exactly as written: OpenID Connect Discovery 1.0, section 4.3, compares
  /// the text, in which a slash at the end counts. Nil for every other family.
  public let issuerURL: String?
  /// What is odd about the text.
  public let remarks: [AuthorityRemark]

  /// The host, in lower case.
  public var host: String { url.host }
  /// The port, where it is written and not 443.
  public var port: Int? { url.port }

  /// Whether its host is one of a known cloud's login hosts, rather than a tenant's own below a
  /// cloud's domain or nobody's.
  var isOnCloudHost: Bool { cloud?.aliases.contains(host) ?? false }

  /// Reads an authority.
  /// - Parameters:
  ///   - written: The URL as somebody wrote it.
  ///   - declared: What they say it is; needed for a generic issuer, and for a custom domain whose
  ///     path does not show it.
  /// - Throws: The first ``AuthorityProblem``; ``read(_:kind:)`` tells all of them.
  public init(_ written: String, kind declared: AuthorityKind? = nil) throws(AuthorityProblem) {
    let reading = Self.read(written, kind: declared)
    guard let authority = reading.authority else {
      throw reading.problems.first ?? AuthorityProblem(.malformedURL)
    }
    self = authority
  }

  init(
    kind: AuthorityKind, isDeclared: Bool, written: String, url: EndpointURL,
    discoveryURL: EndpointURL, cloud: Cloud?, tenant: TenantID?, policy: String?,
    issuerURL: String?, remarks: [AuthorityRemark]
  ) {
    self.kind = kind
    self.isDeclared = isDeclared
    self.written = written
    self.url = url
    self.discoveryURL = discoveryURL
    self.cloud = cloud
    self.tenant = tenant
    self.policy = policy
    self.issuerURL = issuerURL
    self.remarks = remarks
  }
}
