/// An authority that was proven: only ``AuthorityResolver`` makes one, and only after the instance,
/// the document, its issuer, its endpoints, its cloud and its tenant were found in order. A token
/// can be requested at nothing else.
public final class ResolvedAuthority: Sendable {
  /// What was written.
  public let authority: Authority
  /// Its document.
  public let configuration: OpenIDConfiguration
  /// The issuer, as the document has it and as the rules accepted it.
  public let issuer: String
  /// Where tokens are requested.
  public let tokenEndpoint: EndpointURL
  /// Where a device asks for its code, where the document names it.
  public let deviceAuthorizationEndpoint: EndpointURL?
  /// Where the keys are.
  public let jwksURI: EndpointURL
  /// The tenant's GUID, where the family's issuer names one.
  public let tenantID: TenantID?
  /// The keys that tokens are signed with; nil where they could not be had, which leaves the token
  /// endpoint proven all the same.
  public let keys: KeySet?

  /// Made by ``AuthorityResolver`` alone, after the rules.
  /// - Throws: ``EndpointURL/Problem`` where an endpoint is no URL, which the rules have excluded.
  init(
    authority: Authority, configuration: OpenIDConfiguration, issuer: String, tenantID: TenantID?,
    keys: KeySet?
  ) throws(EndpointURL.Problem) {
    self.authority = authority
    self.configuration = configuration
    self.issuer = issuer
    self.tokenEndpoint = try EndpointURL(configuration.tokenEndpoint ?? "")
    self.jwksURI = try EndpointURL(configuration.jwksURI ?? "")
    if let device = configuration.deviceAuthorizationEndpoint {
      self.deviceAuthorizationEndpoint = try EndpointURL(device)
    } else {
      self.deviceAuthorizationEndpoint = nil
    }
    self.tenantID = tenantID
    self.keys = keys
  }
}
