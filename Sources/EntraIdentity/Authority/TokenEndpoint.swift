/// Where a token may be requested: an address that was proven to be the authority's.
///
/// It comes from a ``ResolvedAuthority``, or it is derived for another tenant of a cloud's host once
/// one tenant's document has shown that the host is what the table of clouds says.
public struct TokenEndpoint: Sendable {
  /// The authority that it belongs to.
  public let authority: Authority
  /// The address; it is also the audience of a client assertion.
  public let url: EndpointURL
  /// The tenant's GUID, where it is known.
  public let tenantID: TenantID?
  /// The authority's document, where one was asked for this tenant.
  public let configuration: OpenIDConfiguration?
  /// Where requests are sent in a region's place of the usual host; nil for the usual one.
  public let regional: EndpointURL?

  /// The endpoint of a proven authority.
  /// - Parameter resolved: The proof.
  public init(_ resolved: ResolvedAuthority) {
    self.init(
      authority: resolved.authority, url: resolved.tokenEndpoint, tenantID: resolved.tenantID,
      configuration: resolved.configuration)
  }

  private init(
    authority: Authority, url: EndpointURL, tenantID: TenantID?,
    configuration: OpenIDConfiguration?, regional: EndpointURL? = nil
  ) {
    self.authority = authority
    self.url = url
    self.tenantID = tenantID
    self.configuration = configuration
    self.regional = regional
  }

  /// The endpoint of another tenant on the same host of a known cloud.
  ///
  /// One document has proven the host; the path is the cloud's own for every tenant, and no other
  /// document could lead elsewhere.
  /// - Parameters:
  ///   - authority: The other tenant's authority.
  ///   - sibling: A proven authority on the same host.
  init?(_ authority: Authority, beside sibling: ResolvedAuthority) {
    let path = "/oauth2/v2.0/token"
    guard authority.kind == .entra, sibling.authority.kind == .entra,
      authority.isOnCloudHost, authority.url.origin == sibling.authority.url.origin,
      let tenant = authority.tenant, let found = sibling.tenantID,
      // A document of another form than the cloud's would make a derived address a guess.
      sibling.tokenEndpoint.path == "/\(found)\(path)", sibling.tokenEndpoint.query == nil,
      let url = try? EndpointURL("\(sibling.tokenEndpoint.origin)/\(tenant)\(path)")
    else { return nil }
    var tenantID: TenantID?
    if case .guid = tenant { tenantID = tenant }
    self.init(authority: authority, url: url, tenantID: tenantID, configuration: nil)
  }

  /// The same endpoint in one region. The assertion's audience stays the usual address, which is
  /// what the service expects of it.
  /// - Parameter region: The region; nil for the usual host.
  /// - Returns: The endpoint, or the same one where the cloud has no regional hosts.
  func inside(_ region: Region?) -> TokenEndpoint {
    guard let region, authority.kind == .entra, let cloud = Cloud.known(host: url.host),
      let suffix = cloud.regionalSuffix,
      let regional = try? EndpointURL("https://\(region).\(suffix)\(url.path)")
    else { return self }
    return TokenEndpoint(
      authority: authority, url: url, tenantID: tenantID, configuration: configuration,
      regional: regional)
  }

  /// Where requests are sent.
  public var destination: EndpointURL { regional ?? url }
}
