import Foundation

@testable import CredentialAudit
@testable import EntraIdentity

/// A credential of a proven Entra tenant, with what its tokens say.
enum ResolvedFixture {
  static let tenant = "6babcaad-604b-40ac-a9d7-9fd97c0b779f"
  static let client = "8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4"
  static let now = Date(timeIntervalSince1970: 1_795_000_000)

  /// Proven, with the tenant as somebody wrote it: its id, or a domain.
  static func resolved(_ written: String = tenant) throws -> ResolvedAuthority {
    let origin = "https://login.microsoftonline.com/\(tenant)"
    let document = OpenIDConfiguration([
      "issuer": .string("\(origin)/v2.0"),
      "token_endpoint": .string("\(origin)/oauth2/v2.0/token"),
      "jwks_uri": .string("\(origin)/discovery/v2.0/keys"),
    ])
    let url = "https://login.microsoftonline.com/\(written)"
    guard let authority = Authority.read(url).authority else { throw Missing() }
    return try ResolvedAuthority(
      authority: authority, configuration: document, issuer: "\(origin)/v2.0",
      tenantID: .guid(tenant), keys: KeySet.empty)
  }

  struct Missing: Error {}

  /// A token's claims: what Entra always says, changed.
  static func claims(_ change: [String: Any?] = [:]) throws -> TokenClaims {
    var object: [String: Any] = [
      "iss": "https://sts.windows.net/\(tenant)/", "aud": "https://graph.microsoft.com",
      "tid": tenant, "appid": client, "exp": now.timeIntervalSince1970 + 3600,
      "nbf": now.timeIntervalSince1970 - 10,
    ]
    for (name, value) in change { object[name] = value }
    let json = try JSONSerialization.data(withJSONObject: object)
    guard let claims = JSONObject(Array(json)) else { throw Missing() }
    return TokenClaims(claims)
  }

  static func acquisition(
    _ scope: String, _ claims: TokenClaims, _ signature: SignatureVerdict = .valid(kid: "k")
  ) -> AcquisitionObservation {
    AcquisitionObservation(
      scopes: [Scope(scope)].compactMap(\.self),
      outcome: .token(
        ObservedToken(
          verification: .jwt(claims, signature), expiresIn: .seconds(3600), receivedAt: now,
          hadKeys: true)),
      attempts: 1, correlationID: "c")
  }

  static func observation(
    kind: CredentialSource = .secret(.env("S")), source: SourceObservation = .read(SourceFacts()),
    authority: AuthorityState, expecting: TokenExpectations = TokenExpectations(),
    clock: ClockReading? = nil, _ acquisitions: [AcquisitionObservation] = []
  ) -> CredentialObservation {
    let location = SourceLocation(file: "inventory.yaml", line: 1, column: 1)
    let credential = InventoryCredential(
      name: "primary", kind: kind, expires: nil, thresholds: ExpiryThresholds(), scopes: nil,
      expectation: expecting, owner: nil, runbook: nil, tags: [], location: location)
    let application = InventoryApplication(
      name: "app", clientID: ClientID(client), credentials: [credential], location: location)
    let owner = InventoryTenant(
      name: "t", authority: "https://login.microsoftonline.com/\(tenant)", kind: nil,
      tenantID: nil, tags: [], owner: nil, directory: nil, trustedHosts: [],
      clientAuthentication: .post, applications: [application], location: location)
    return CredentialObservation(
      planned: PlannedCredential(tenant: owner, application: application, credential: credential),
      source: source, sharedWith: .none, authority: authority, acquisitions: acquisitions, now: now,
      clock: clock)
  }
}
