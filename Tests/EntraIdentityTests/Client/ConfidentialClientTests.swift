import EntraIdentity
import Foundation
import TestSupport
import Testing

@Suite("A confidential client") struct ConfidentialClientTests {
  private static let guid = StubTokenService.tenant

  @Test("sends nothing when it is made")
  func silentStart() throws {
    let bench = try ClientBench()
    #expect(bench.service.requests.isEmpty)
  }

  @Test("needs two requests for a first token, none for the same again, one for another scope")
  func requestCount() async throws {
    let bench = try ClientBench()
    let first = try await bench.client.acquireToken(for: [.microsoftGraph])
    #expect(first.source == .network)
    #expect(bench.service.requests.map(\.method) == [.get, .post])
    let again = try await bench.client.acquireToken(for: [.microsoftGraph])
    #expect(again.source == .cache)
    #expect(again.text == first.text)
    #expect(again.correlationID == first.correlationID)
    #expect(bench.service.requests.count == 2)
    _ = try await bench.client.acquireToken(for: ClientBench.scopes("api://other/.default"))
    #expect(bench.service.requests.count == 3)
  }

  @Test("needs one request for each further tenant of the host, by id or by domain")
  func tenants() async throws {
    let bench = try ClientBench()
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    let tenants = [StubTokenService.otherTenant, "contoso.onmicrosoft.com"].compactMap(
      TenantID.init)
    for (number, tenant) in tenants.enumerated() {
      let token = try await bench.client.acquireToken(for: [.microsoftGraph], tenant: tenant)
      #expect(token.source == .network)
      #expect(bench.service.requests.count == 3 + number)
      let url = bench.service.tokenRequests.last?.url.description
      #expect(url == "https://login.microsoftonline.com/\(tenant)/oauth2/v2.0/token")
      let again = try await bench.client.acquireToken(for: [.microsoftGraph], tenant: tenant)
      #expect(again.text == token.text)
    }
    #expect(bench.service.requests.count == 4)
  }

  @Test("finds a token by a tenant's domain that was fetched by its id, once the domain is known")
  func domain() async throws {
    let bench = try ClientBench(
      authority: "https://login.microsoftonline.com/contoso.onmicrosoft.com")
    let first = try await bench.client.acquireToken(for: [.microsoftGraph])
    let again = try await bench.client.acquireToken(for: [.microsoftGraph])
    let byID = try await bench.client.acquireToken(
      for: [.microsoftGraph], tenant: TenantID(StubTokenService.domainTenant))
    #expect(Set([first.text, again.text, byID.text]).count == 1)
    #expect(bench.service.requests.count == 2)
  }

  @Test(
    "vector 8: finds a token that was fetched at another host of the same cloud, and of no other",
    arguments: [
      ("https://login.windows.net", true), ("https://LOGIN.microsoft.com", true),
      ("https://login.microsoftonline.us", false),
      ("https://login.partner.microsoftonline.cn", false),
    ])
  func aliases(host: String, isShared: Bool) async throws {
    let bench = try ClientBench()
    let first = try await bench.client.acquireToken(for: [.microsoftGraph])
    let other = try bench.another(authority: "\(host)/\(Self.guid)")
    let token = try await other.acquireToken(for: [.microsoftGraph])
    #expect((token.text == first.text) == isShared)
  }

  @Test("vector 76: in a sovereign cloud all traffic stays on its own host, one document in all")
  func sovereign() async throws {
    let bench = try ClientBench(
      authority: "https://login.microsoftonline.us/\(StubTokenService.tenant)")
    for _ in 0..<2 {
      for scope in ["https://graph.microsoft.us/.default", "api://other/.default"] {
        _ = try await bench.client.acquireToken(for: ClientBench.scopes(scope))
      }
    }
    #expect(bench.service.requests.map(\.method) == [.get, .post, .post])
    #expect(Set(bench.service.requests.map(\.url.host)) == ["login.microsoftonline.us"])
  }

  @Test(
    "vector 20: an authority that names no tenant is refused, where another library warns",
    arguments: ["common", "organizations", "consumers"])
  func noTenant(word: String) {
    #expect(throws: AuthorityProblem.self) {
      try Authority("https://login.microsoftonline.com/\(word)")
    }
  }

  @Test("vector 81: a known host's document with another issuer is not believed")
  func badIssuer() async throws {
    let base = "https://login.microsoftonline.com/\(Self.guid)"
    let bench = try ClientBench()
    bench.service.serve(
      try Authority(base),
      [
        "issuer": "https://evil.example/\(Self.guid)/v2.0",
        "token_endpoint": base + "/oauth2/v2.0/token", "jwks_uri": base + "/discovery/v2.0/keys",
      ])
    let error = await #expect(throws: TokenError.self) {
      try await bench.client.acquireToken(for: [.microsoftGraph])
    }
    guard case .authority(let unproven)? = error?.reason, case .issuer = unproven.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(bench.service.tokenRequests.isEmpty)
  }

  @Test("shares nothing with another application")
  func applications() async throws {
    let bench = try ClientBench()
    let first = try await bench.client.acquireToken(for: [.microsoftGraph])
    let other = try bench.another(
      authority: "https://login.microsoftonline.com/\(Self.guid)", clientID: "client-2")
    #expect(try await other.acquireToken(for: [.microsoftGraph]).text != first.text)
  }

  @Test(
    "does not share tokens between tenants, policies and issuers that share a host",
    arguments: [
      (
        "https://dsts.contoso.example/dstsv2/\(guid)", AuthorityKind.dsts,
        "https://dsts.contoso.example/dstsv2/\(StubTokenService.otherTenant)"
      ),
      ("https://idp.example/one", .oidc, "https://idp.example/two"),
      ("https://idp.example", .oidc, "https://idp.example/two"),
      (
        "https://login.contoso.example/\(guid)/b2c_1_a", .b2c,
        "https://login.contoso.example/\(guid)/b2c_1_b"
      ),
    ])
  func neighbours(first: String, kind: AuthorityKind, second: String) async throws {
    let bench = try ClientBench(authority: first, kind: kind)
    for written in [first, second] {
      let authority = try Authority(written, kind: kind)
      let issuer = kind == .b2c ? "\(authority.url.origin)/\(Self.guid)/v2.0/" : written
      bench.service.serve(
        authority,
        [
          "issuer": issuer, "token_endpoint": written + "/oauth2/v2.0/token",
          "jwks_uri": written + "/keys",
        ])
    }
    let one = try await bench.client.acquireToken(for: [.microsoftGraph])
    let other = try bench.another(authority: second, kind: kind)
    let two = try await other.acquireToken(for: [.microsoftGraph])
    #expect(one.text != two.text)
    #expect(try await bench.client.acquireToken(for: [.microsoftGraph]).text == one.text)
  }

  @Test(
    "takes another tenant only where the host is not one tenant's own",
    arguments: [
      ("https://contoso.ciamlogin.com", nil as AuthorityKind?),
      ("https://fs.contoso.example/adfs", nil), ("https://idp.example/realm", .oidc),
      ("https://contoso.b2clogin.com/contoso.onmicrosoft.com/b2c_1_x", nil),
    ])
  func tenantNotApplicable(authority: String, kind: AuthorityKind?) async throws {
    let bench = try ClientBench(authority: authority, kind: kind)
    let error = await #expect(throws: TokenError.self) {
      try await bench.client.acquireToken(
        for: [.microsoftGraph], tenant: TenantID(StubTokenService.otherTenant))
    }
    guard case .request(.request(.tenantNotApplicable))? = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(bench.service.requests.isEmpty)
  }

  @Test("fetches another token where one is forced, and keeps it")
  func forced() async throws {
    let bench = try ClientBench()
    let first = try await bench.client.acquireToken(for: [.microsoftGraph])
    let forced = try await bench.client.acquireToken(
      for: [.microsoftGraph], options: AcquisitionOptions(freshness: .forced))
    #expect(forced.text != first.text)
    #expect(forced.source == .network)
    #expect(try await bench.client.acquireToken(for: [.microsoftGraph]).text == forced.text)
  }

  @Test("keeps the cached token where a forced request fails")
  func forcedInVain() async throws {
    let bench = try ClientBench()
    let first = try await bench.client.acquireToken(for: [.microsoftGraph])
    bench.service.script(.refusal(7_000_215, status: 401))
    await #expect(throws: TokenError.self) {
      try await bench.client.acquireToken(
        for: [.microsoftGraph], options: AcquisitionOptions(freshness: .forced))
    }
    #expect(try await bench.client.acquireToken(for: [.microsoftGraph]).text == first.text)
  }

  @Test("refuses an empty list of scopes, however full the cache is")
  func emptyScopes() async throws {
    let bench = try ClientBench()
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    let error = await #expect(throws: TokenError.self) {
      try await bench.client.acquireToken(for: [])
    }
    guard case .request(.request(.noScope))? = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("sends no credential to an authority whose document leads elsewhere")
  func unproven() async throws {
    let bench = try ClientBench()
    bench.service.serve(
      try Authority("https://login.microsoftonline.com/\(Self.guid)"),
      [
        "issuer": "https://login.microsoftonline.com/\(Self.guid)/v2.0",
        "token_endpoint": "https://evil.example/\(Self.guid)/oauth2/v2.0/token",
        "jwks_uri": "https://login.microsoftonline.com/\(Self.guid)/discovery/v2.0/keys",
      ])
    let error = await #expect(throws: TokenError.self) {
      try await bench.client.acquireToken(for: [.microsoftGraph])
    }
    guard case .authority(let unproven)? = error?.reason, case .endpoints = unproven.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(bench.service.tokenRequests.isEmpty)
    #expect(error?.isTransient == false)
  }

  @Test("trusts only the issuers on its list, for every tenant, where it has one")
  func trustedIssuers() async throws {
    let trusted = "https://login.microsoftonline.com/\(Self.guid)/v2.0"
    let bench = try ClientBench(
      settings: ClientSettings(
        retry: .never, expectations: AuthorityExpectations(trustedIssuers: [trusted])))
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    let error = await #expect(throws: TokenError.self) {
      try await bench.client.acquireToken(
        for: [.microsoftGraph], tenant: TenantID(StubTokenService.otherTenant))
    }
    guard case .authority(let unproven)? = error?.reason, case .issuer = unproven.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(bench.service.tokenRequests.count == 1)
  }

  @Test("carries what the service said of a refusal")
  func refusal() async throws {
    let bench = try ClientBench()
    bench.service.script(.refusal(7_000_222, status: 401))
    let error = try await #require(throws: TokenError.self) {
      try await bench.client.acquireToken(for: [.microsoftGraph])
    }
    #expect(error.status == 401)
    #expect(error.oauthError == "invalid_client")
    #expect(error.codes == [7_000_222])
    #expect(error.category == .credentialExpired)
    #expect(error.correlationID == "c-1")
    #expect(error.traceID == "t-1")
    #expect(error.origin == .live)
    #expect(!error.isTransient)
  }
}
