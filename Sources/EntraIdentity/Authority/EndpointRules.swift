/// Where an authority's endpoints may be. A document decides nothing here: whoever can write one
/// would otherwise choose where credentials are sent.
public enum EndpointRules {
  /// Judges the endpoints of an authority's document.
  ///
  /// All of them must be https. Entra's must be on one of the cloud's hosts or on one region's host
  /// of that cloud; everyone else's on the authority's own host and port. For a generic issuer the
  /// trusted hosts count too: `keys.example` means port 443 there, `keys.example:8443` that port.
  /// - Parameters:
  ///   - configuration: The document.
  ///   - authority: The authority that was asked.
  ///   - aliases: The hosts that instance discovery named for an unknown cloud.
  ///   - trustedHosts: Where a generic issuer's endpoints may also be.
  ///   - tenantID: The tenant that the issuer names; left out, the one that the authority names by
  ///     its GUID.
  /// - Returns: What is wrong, in the fields' order; empty where all is right.
  public static func violations(
    of configuration: OpenIDConfiguration, for authority: Authority, aliases: [String] = [],
    trustedHosts: [String] = [], tenantID: TenantID? = nil
  ) -> [EndpointViolation] {
    var tenantID = tenantID
    if tenantID == nil, case .guid = authority.tenant { tenantID = authority.tenant }
    let tenant = tenantID
    let endpoints = [
      ("token_endpoint", configuration.tokenEndpoint), ("jwks_uri", configuration.jwksURI),
      ("device_authorization_endpoint", configuration.deviceAuthorizationEndpoint),
    ]
    return endpoints.compactMap { field, text -> EndpointViolation? in
      guard let text else { return nil }
      let reason: EndpointViolation.Reason
      do throws(EndpointURL.Problem) {
        let url = try EndpointURL(text)
        if !isHome(
          url, of: authority, aliases: aliases, trustedHosts: trustedHosts, tenantID: tenant)
        {
          reason = .foreignHost
        } else if field != "jwks_uri", !names(tenant, in: url, of: authority) {
          // Keys may be shared (recorded: /common/discovery/keys); a token is one tenant's.
          reason = .foreignTenant
        } else {
          return nil
        }
      } catch {
        if case .notHTTPS = error { reason = .notHTTPS } else { reason = .malformed }
      }
      return EndpointViolation(field: field, url: text.printable(), reason: reason)
    }
  }

  private static func isHome(
    _ url: EndpointURL, of authority: Authority, aliases: [String], trustedHosts: [String],
    tenantID: TenantID?
  ) -> Bool {
    if url.origin == authority.url.origin { return true }
    switch authority.kind {
    case .entra, .b2c:
      guard url.port == nil else { return false }
      if authority.isOnCloudHost, let cloud = authority.cloud {
        return cloud.aliases.contains(url.host)
          || (authority.kind == .entra && cloud.isRegional(host: url.host))
      }
      return authority.kind == .entra && aliases.contains(url.host)
    case .ciam:
      // The same tenant's host by its GUID.
      guard let suffix = authority.cloud?.ciamSuffix, let tenantID, url.port == nil else {
        return false
      }
      return url.host == "\(tenantID).\(suffix)"
    case .oidc:
      let place = url.host + (url.port.map { ":\($0)" } ?? "")
      return trustedHosts.contains { $0.lowercased() == place }
    case .adfs, .dsts:
      return false
    }
  }

  /// Whether an endpoint is the tenant's. Entra and External ID name it first in the path, as
  /// GUID or as the domain that was asked for.
  private static func names(
    _ tenantID: TenantID?, in url: EndpointURL, of authority: Authority
  ) -> Bool {
    guard let tenantID, let first = url.path.split(separator: "/").first else { return true }
    let found = TenantID(String(first))
    switch authority.kind {
    case .entra, .ciam: return found == tenantID || (found != nil && found == authority.tenant)
    case .b2c:
      // B2C also writes the tenant's bare name, which cannot be compared with a GUID.
      if case .guid = found { return found == tenantID }
      return true
    case .adfs, .dsts, .oidc: return true
    }
  }
}
