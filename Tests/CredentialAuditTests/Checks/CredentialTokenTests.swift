import EntraIdentity
import Foundation
import Testing

@testable import CredentialAudit

@Suite("Whether a token is the one that was asked for")
struct CredentialTokenTests {
  private static let graph = "https://graph.microsoft.com/.default"
  private static let vault = "https://vault.azure.net/.default"

  private func findings(
    expecting: TokenExpectations = TokenExpectations(), _ acquisitions: [AcquisitionObservation]
  ) throws -> [Finding] {
    CredentialCheck.token.evaluate(
      ResolvedFixture.observation(
        authority: .proven(try ResolvedFixture.resolved()), expecting: expecting, acquisitions))
  }

  @Test("passes where everything is said and right")
  func pass() throws {
    let token = ResolvedFixture.acquisition(Self.graph, try ResolvedFixture.claims())
    #expect(try findings([token]).map(\.verdict) == [.pass])
  }

  @Test(
    "is unknown where the token does not say", arguments: ["iss", "aud", "tid", "exp", "appid"])
  func silence(claim: String) throws {
    let claims = try ResolvedFixture.claims([claim: NSNull()])
    let found = try findings([ResolvedFixture.acquisition("api://x/.default", claims)])
    #expect(found.map(\.verdict) == [.unknown])
    #expect(found.first?.summary.contains(claim) == true)
  }

  @Test(
    "is critical where the token says otherwise",
    arguments: [
      ("tid", "11111111-1111-1111-1111-111111111111", "token-other-tenant"),
      ("appid", "11111111-1111-1111-1111-111111111111", "token-other-application"),
      ("azp", "11111111-1111-1111-1111-111111111111", "token-other-application"),
      ("client_id", "ledger-service", "token-other-application"),
      ("aud", "https://vault.azure.net", "token-other-audience"),
    ])
  func otherwise(row: (String, String, String)) throws {
    let claims = try ResolvedFixture.claims([row.0: row.1])
    let found = try findings([ResolvedFixture.acquisition(Self.graph, claims)])
    #expect(found.map(\.code) == [row.2])
    #expect(found.map(\.verdict) == [.critical])
  }

  static let issuers: [(String, SignatureVerdict, [String])] = [
    ("https://sts.windows.net/\(ResolvedFixture.tenant)/", .notVerifiable, ["not-verifiable"]),
    ("https://login.microsoftonline.com/\(ResolvedFixture.tenant)/v2.0", .valid(kid: "k"), ["ok"]),
    (
      "https://sts.windows.example/\(ResolvedFixture.tenant)/", .valid(kid: "k"),
      ["token-issuer-unlisted"]
    ),
    (
      "https://sts.windows.example/\(ResolvedFixture.tenant)/", .notVerifiable,
      ["token-other-issuer", "not-verifiable"]
    ),
    (
      "https://sts.windows.net/11111111-1111-1111-1111-111111111111/", .valid(kid: "k"),
      ["token-other-issuer"]
    ),
    (
      "https://login.microsoftonline.com/11111111-1111-1111-1111-111111111111/v2.0",
      .valid(kid: "k"), ["token-other-issuer"]
    ),
  ]

  @Test("holds the issuer against the tenant and the cloud's list", arguments: issuers)
  func issuer(_ issuer: String, _ signature: SignatureVerdict, _ codes: [String]) throws {
    let token = ResolvedFixture.acquisition(
      Self.graph, try ResolvedFixture.claims(["iss": issuer]), signature)
    for written in [ResolvedFixture.tenant, "contoso.example"] {
      let authority = AuthorityState.proven(try ResolvedFixture.resolved(written))
      let found = CredentialCheck.token.evaluate(
        ResolvedFixture.observation(authority: authority, [token]))
      #expect(found.map(\.code) == codes, "by \(written)")
    }
  }

  @Test("holds an expected audience against the resource that it names, and no other")
  func audienceOfSeveral() throws {
    let tokens = [
      ResolvedFixture.acquisition(
        Self.graph, try ResolvedFixture.claims(["roles": ["User.Read.All"]])),
      ResolvedFixture.acquisition(
        Self.vault, try ResolvedFixture.claims(["aud": "https://vault.azure.net"])),
    ]
    let expected = TokenExpectations(
      roles: ["User.Read.All"], audience: "https://graph.microsoft.com")
    #expect(try findings(expecting: expected, tokens).map(\.verdict) == [.pass, .pass])
    let missing = TokenExpectations(roles: ["Mail.Send"], audience: "https://graph.microsoft.com")
    #expect(try findings(expecting: missing, tokens).map(\.code) == ["role-missing", "ok"])
    let none = TokenExpectations(audience: "api://ledger")
    #expect(
      try findings(expecting: none, tokens).map(\.code)
        == ["token-other-audience", "token-other-audience"])
  }

  @Test("misses no role that may be in a token which only its API can read")
  func rolesBesideOpaque() throws {
    let opaque = AcquisitionObservation(
      scopes: [Scope("api://opaque/.default")].compactMap(\.self),
      outcome: .token(
        ObservedToken(
          verification: .opaque, expiresIn: nil, receivedAt: ResolvedFixture.now, hadKeys: true)),
      attempts: 1, correlationID: "c")
    let tokens = [ResolvedFixture.acquisition(Self.graph, try ResolvedFixture.claims()), opaque]
    let expected = TokenExpectations(roles: ["Ledger.Write"])
    #expect(try findings(expecting: expected, tokens).map(\.code) == ["ok", "opaque-token"])
    let ofGraph = TokenExpectations(
      roles: ["Ledger.Write"], audience: "https://graph.microsoft.com")
    #expect(
      try findings(expecting: ofGraph, tokens).map(\.code) == ["role-missing", "opaque-token"])
  }

  @Test("misses a role only where none of several tokens has it")
  func rolesOfSeveral() throws {
    let tokens = [
      ResolvedFixture.acquisition(
        Self.graph, try ResolvedFixture.claims(["roles": ["User.Read.All"]])),
      ResolvedFixture.acquisition(
        Self.vault, try ResolvedFixture.claims(["aud": "https://vault.azure.net"])),
    ]
    let granted = TokenExpectations(roles: ["User.Read.All"])
    #expect(try findings(expecting: granted, tokens).map(\.verdict) == [.pass, .pass])
    let missing = TokenExpectations(roles: ["Mail.Send"])
    #expect(
      try findings(expecting: missing, tokens).map(\.code) == ["role-missing", "role-missing"])
  }

  @Test("tells the claims of a token whose signature others cannot verify")
  func notVerifiable() throws {
    let token = ResolvedFixture.acquisition(
      Self.graph, try ResolvedFixture.claims(), .notVerifiable)
    let found = try findings([token])
    #expect(found.map(\.verdict) == [.skipped])
    #expect(found.first?.evidence["audience"] == "https://graph.microsoft.com")
  }
}
