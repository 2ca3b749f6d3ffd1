import Crypto
import Foundation

/// The platform's checks of a client assertion (RFC 7523, section 3) by a registered certificate.
struct AssertionCheck {
  private let exchange: Exchange
  private let tenant: SimulatedTenant
  private let application: SimulatedApplication

  init(_ exchange: Exchange, _ tenant: SimulatedTenant, _ application: SimulatedApplication) {
    self.exchange = exchange
    self.tenant = tenant
    self.application = application
  }

  func check(_ text: String) throws(Refusal) -> Grant.AssertionUse? {
    guard exchange.form["client_assertion_type"] == PlatformTokenEndpoint.assertionType else {
      throw .wrongAssertionType
    }
    guard let token = CompactToken(text) else { throw .malformedAssertion }
    // A URL as issuer is somebody else's word for the client.
    if let issuer = token.claims["iss"]?.text, issuer.hasPrefix("https://") {
      try FederatedAssertionCheck(exchange, tenant, application).check(token)
      return nil
    }
    try header(token)
    let (key, thumbprint) = try key(token)
    if exchange.now >= key.end || exchange.now < key.start {
      throw .keyExpired(thumbprint, key)
    }
    let algorithm = token.header["alg"]?.text ?? ""
    guard let verifier = VerificationKey(key),
      verifier.verifies(token.signature, over: token.signingInput, algorithm: algorithm)
    else { throw .signatureMismatch(thumbprint, key) }
    return try claims(token)
  }

  private func header(_ token: CompactToken) throws(Refusal) {
    // `typ` may be left out (RFC 7519, section 5.1), but not be another's.
    if let type = token.header["typ"], type.text?.uppercased() != "JWT" { throw .wrongTokenType }
    let algorithm = token.header["alg"]?.text ?? "none"
    guard ["PS256", "RS256"].contains(algorithm) else { throw .unsupportedAlgorithm(algorithm) }
  }

  private func key(_ token: CompactToken) throws(Refusal) -> (RegisteredKey, thumbprint: String) {
    let sha256 = token.header["x5t#S256"]?.text
    let sha1 = token.header["x5t"]?.text
    let keyID = token.header["kid"]?.text
    guard let named = sha256 ?? sha1 ?? keyID else { throw .noKeyNamed }
    for key in application.keys {
      guard case .certificate(let der) = key.material else { continue }
      let small = Insecure.SHA1.hash(data: der)
      let hexadecimal = Self.hexadecimal(small)
      let fits: Bool
      if let sha256 {
        fits = names(sha256, SHA256.hash(data: der)) && (sha1.map { names($0, small) } ?? true)
      } else if let sha1 {
        fits = names(sha1, small)
      } else {
        fits = named.uppercased() == hexadecimal || names(named, small) || named == key.keyID
      }
      if fits { return (key, hexadecimal) }
    }
    throw .keyNotFound(Base64URL.decode(named).map { Self.hexadecimal($0) } ?? named)
  }

  private func names(_ text: String, _ digest: some Sequence<UInt8>) -> Bool {
    ThumbprintSpelling(tenant.tolerances).allows(text, for: digest)
  }

  private func claims(_ token: CompactToken) throws(Refusal) -> Grant.AssertionUse? {
    guard let issuer = token.claims["iss"]?.text else { throw .missingClaim("iss") }
    guard let subject = token.claims["sub"]?.text else { throw .missingClaim("sub") }
    let id = application.clientID.lowercased()
    guard issuer.lowercased() == id, subject.lowercased() == id else {
      throw .wrongAssertionIssuer
    }
    guard let audience = token.claims["aud"]?.text else { throw .missingClaim("aud") }
    guard audiences.contains(audience) else { throw .wrongAudience }
    let end = try AssertionTimes(tenant.tolerances, exchange.now).check(token)
    return token.claims["jti"]?.text.map { Grant.AssertionUse(key: "\(id) \($0)", end: end) }
  }

  /// The token endpoint of the same tenant and host, in either version, by id or by domain. At a
  /// region's host the cloud's own hosts are meant too.
  private var audiences: Set<String> {
    let cloud = exchange.place.cloud
    let isRegional = cloud.regionalSuffix.map(exchange.request.host.hasSuffix) ?? false
    let bases = [exchange.request.base] + (isRegional ? cloud.hosts.map { "https://" + $0 } : [])
    let path = exchange.request.path
    let other =
      exchange.place.version == .v2
      ? path.replacing("/oauth2/v2.0/token", with: "/oauth2/token")
      : path.replacing("/oauth2/token", with: "/oauth2/v2.0/token")
    var audiences: Set<String> = []
    for name in [tenant.id] + tenant.domains {
      for form in [path, other] {
        let renamed = form.replacing(
          "/" + exchange.place.tenantName + "/", with: "/" + name + "/", maxReplacements: 1)
        for base in bases { audiences.insert(base + renamed) }
      }
    }
    if exchange.place.policyIsInQuery, let query = exchange.request.query {
      audiences.formUnion(audiences.map { $0 + "?" + query })
    }
    return audiences
  }

  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
