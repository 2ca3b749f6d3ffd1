import EntraIdentity
import EntraSimulator
import Foundation
import TestSupport
import Testing

@Suite("A token, from the authority's URL to its signature")
struct AcquisitionTests {
  private static let now = Date()

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let tenant: SimulatedTenant
    let kind: AuthorityKind?
    let credential: @Sendable () throws -> ClientCredential
    let clientID: String
    let scopes: [String]
  }

  private static func loaded(_ minted: MintedCertificate) throws -> ClientCredential {
    .certificate(
      try CertificateLoader.load(
        certificate: Array(minted.pem.utf8), key: Array(minted.keyPEM.utf8), passphrase: nil,
        sendsChain: false))
  }

  static func cases() throws -> [Case] {
    let rsa = try MintedCertificate.client(key: .reusableRSA(40))
    let elliptic = try MintedCertificate.client(key: .p256())
    let graph = ["https://graph.microsoft.com/.default"]
    let secret = "odd: %+&=/~ sécret"
    return [
      Case(
        testDescription: "Entra, secret",
        tenant: .entra("a", [.secret("app", clientID: "c1", secret)]),
        kind: nil, credential: { .secret(Secret(secret), .post) }, clientID: "c1", scopes: graph),
      Case(
        testDescription: "Entra, certificate by PS256",
        tenant: .entra("a", [.certificate("app", clientID: "c1", rsa)]), kind: nil,
        credential: { try loaded(rsa) }, clientID: "c1", scopes: graph),
      Case(
        testDescription: "External ID, certificate",
        tenant: .ciam("shop", [.certificate("app", clientID: "c1", rsa)]), kind: nil,
        credential: { try loaded(rsa) }, clientID: "c1", scopes: graph),
      Case(
        testDescription: "AD FS, certificate by RS256",
        tenant: .adfs("fs.contoso.example", [.certificate("app", clientID: "c1", rsa)]), kind: nil,
        credential: { try loaded(rsa) }, clientID: "c1", scopes: []),
      Case(
        testDescription: "a generic issuer, secret by Basic",
        tenant: .oidc("idp.example", path: "/realm", [.secret("app", clientID: "c1", secret)]),
        kind: .oidc, credential: { .secret(Secret(secret), .basic) }, clientID: "c1", scopes: []),
      Case(
        testDescription: "a generic issuer, elliptic key",
        tenant: .oidc(
          "idp.example", path: "/realm", [.certificate("app", clientID: "c1", elliptic)]),
        kind: .oidc, credential: { try loaded(elliptic) }, clientID: "c1", scopes: []),
    ]
  }

  private func acquire(_ row: Case) async throws -> (TokenResponse, ResolvedAuthority) {
    let time = ManualTime(Self.now)
    let core = try SimulatorCore(SimulatedWorld([row.tenant]), clock: { time.now })
    let transport = SimulatorTransport(core)
    let authority = try await AuthorityResolver(transport: transport, time: time).resolve(
      try Authority(row.tenant.authority, kind: row.kind))
    let grant = ClientCredentialsGrant(
      clientID: ClientID(row.clientID), credential: try row.credential(), transport: transport,
      time: time)
    let response = try await grant.request(
      at: TokenEndpoint(authority), scopes: row.scopes.compactMap(Scope.init))
    return (response, authority)
  }

  @Test("is obtained and verified", arguments: try cases())
  func obtained(row: Case) async throws {
    let (response, authority) = try await acquire(row)
    let keys = try #require(authority.keys)
    guard case .jwt(_, .valid) = TokenVerifier(keys: keys).verify(response.accessToken) else {
      Issue.record("not verified")
      return
    }
  }

  @Test("is refused with a secret that is another's, in every family", arguments: try cases())
  func refused(row: Case) async throws {
    let wrong = Case(
      testDescription: "", tenant: row.tenant, kind: row.kind,
      credential: { .secret(Secret("another~secret"), .post) }, clientID: row.clientID,
      scopes: row.scopes)
    await #expect(throws: IdentityError.self) { try await acquire(wrong) }
  }

  @Test("is signed for anew by each attempt: no assertion is used twice")
  func freshAssertions() async throws {
    let minted = try MintedCertificate.client(key: .reusableRSA(40))
    let tenant = SimulatedTenant.entra("a", [.certificate("app", clientID: "c1", minted)])
    let time = ManualTime(Self.now)
    let core = try SimulatorCore(SimulatedWorld([tenant]), clock: { time.now })
    let transport = SimulatorTransport(core)
    let authority = try await AuthorityResolver(transport: transport, time: time).resolve(
      try Authority(tenant.authority))
    let grant = ClientCredentialsGrant(
      clientID: ClientID("c1"), credential: try Self.loaded(minted), transport: transport,
      time: time)
    let scopes = ["https://graph.microsoft.com/.default"].compactMap(Scope.init)
    // The simulator refuses an assertion whose jti has led to a token before.
    for _ in 0..<3 {
      _ = try await grant.request(at: TokenEndpoint(authority), scopes: scopes)
    }
  }
}
