import Crypto
import Foundation

/// The token endpoint of a generic issuer and of AD FS: OAuth 2.0 by the book (RFC 6749, 7523),
/// without numbers in its errors.
struct OAuthTokenEndpoint {
  private let exchange: Exchange

  init(_ exchange: Exchange) { self.exchange = exchange }

  private var isFederationServer: Bool {
    if case .adfs = exchange.place.family { return true }
    return false
  }

  func grant() throws(Refusal) -> Grant {
    let form = exchange.form
    guard let tenant = exchange.place.tenant else { throw .invalidClient }
    guard let type = form["grant_type"] else {
      throw Refusal(nil, "invalid_request", 400, "The request lacks 'grant_type'")
    }
    guard type == "client_credentials" else {
      throw Refusal(nil, "unsupported_grant_type", 400, "There is no grant type '\(type)'")
    }
    let secret = form["client_secret"] ?? exchange.basic?.password
    let assertion = form["client_assertion"]
    // RFC 6749, section 2.3: one method in a request.
    guard [secret, assertion].compactMap({ $0 }).count == 1,
      form["client_secret"] == nil || exchange.basic == nil
    else { throw .invalidClient }
    guard let application = exchange.application, application.isEnabled else {
      throw .invalidClient
    }
    var use: Grant.AssertionUse?
    if let assertion {
      use = try check(assertion, of: application, tenant)
    } else if let secret {
      let isGood = application.secrets.contains {
        $0.value == secret && $0.start <= exchange.now && exchange.now < $0.end
      }
      guard isGood else { throw .invalidClient }
    }
    let audience = try audience(tenant)
    let resource =
      tenant.resources.first { $0.identifiers.contains(audience) }
      ?? SimulatedResource([audience], tokenVersion: .v1)
    return Grant(
      tenant: tenant, application: application, resource: resource, audience: audience,
      method: assertion == nil ? .secret : .assertion, assertionUse: use)
  }

  /// What is asked for: any scope where the issuer has none registered, else one of those.
  private func audience(_ tenant: SimulatedTenant) throws(Refusal) -> String {
    let named = exchange.form["resource"] ?? exchange.form["scope"] ?? exchange.request.host
    let audience =
      named.hasSuffix("/.default") ? String(named.dropLast("/.default".count)) : named
    guard
      tenant.resources.isEmpty
        || tenant.resources.contains(where: { $0.identifiers.contains(audience) })
    else { throw Refusal(nil, "invalid_scope", 400, "There is no scope '\(named)'") }
    return audience
  }

  /// RFC 7523, section 3, and OpenID Connect Core, section 9.
  private func check(
    _ text: String, of application: SimulatedApplication, _ tenant: SimulatedTenant
  ) throws(Refusal) -> Grant.AssertionUse {
    guard exchange.form["client_assertion_type"] == PlatformTokenEndpoint.assertionType,
      let token = CompactToken(text), let algorithm = token.header["alg"]?.text,
      isTaken(algorithm), let key = key(token, of: application, tenant),
      exchange.now >= key.start, exchange.now < key.end, let verifier = VerificationKey(key),
      verifier.verifies(token.signature, over: token.signingInput, algorithm: algorithm),
      token.claims["iss"]?.text == application.clientID,
      token.claims["sub"]?.text == application.clientID,
      let audience = token.claims["aud"], isOurs(audience),
      let identifier = token.claims["jti"]?.text,
      let end = try? AssertionTimes(tenant.tolerances, exchange.now).check(token)
    else { throw .invalidClient }
    return Grant.AssertionUse(key: "\(application.clientID) \(identifier)", end: end)
  }

  /// AD FS takes RS256 only.
  private func isTaken(_ algorithm: String) -> Bool {
    (isFederationServer ? ["RS256"] : ["RS256", "PS256", "ES256"]).contains(algorithm)
  }

  private func key(
    _ token: CompactToken, of application: SimulatedApplication, _ tenant: SimulatedTenant
  ) -> RegisteredKey? {
    let spelling = ThumbprintSpelling(tenant.tolerances)
    let keyID = token.header["kid"]?.text
    let thumbprint = token.header["x5t"]?.text
    let strong = token.header["x5t#S256"]?.text
    return application.keys.first { key in
      if let keyID, let registered = key.keyID { return keyID == registered }
      if case .certificate(let der) = key.material {
        if let strong { return spelling.allows(strong, for: SHA256.hash(data: der)) }
        if let thumbprint { return spelling.allows(thumbprint, for: Insecure.SHA1.hash(data: der)) }
        return false
      }
      return key.keyID == nil
    }
  }

  private func isOurs(_ audience: JSONValue) -> Bool {
    let base = exchange.request.base
    var ours: Set<String> = [base + exchange.request.path]
    switch exchange.place.family {
    case .oidc(_, let path): ours.insert(base + path)
    default: ours.formUnion([base + "/adfs/oauth2/token", base + "/adfs/oauth2/token/"])
    }
    let named = audience.elements?.compactMap(\.text) ?? audience.text.map { [$0] } ?? []
    return named.contains { ours.contains($0) }
  }
}
