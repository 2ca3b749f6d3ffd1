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
    "finds a token that was fetched at another host of the same cloud, and of no other",
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

  @Test("removes its tokens, of one tenant or of all, and nobody else's")
  func removal() async throws {
    let bench = try ClientBench()
    let other = try bench.another(
      authority: "https://login.windows.net/\(Self.guid)", clientID: "client-2")
    let tenant = TenantID(StubTokenService.otherTenant)
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    _ = try await bench.client.acquireToken(for: [.microsoftGraph], tenant: tenant)
    _ = try await other.acquireToken(for: [.microsoftGraph])
    await bench.client.removeTokens(tenant: tenant)
    #expect(bench.cache.count == 2)
    #expect(try await bench.client.acquireToken(for: [.microsoftGraph]).source == .cache)
    await bench.client.removeTokens()
    #expect(bench.cache.count == 1)
    #expect(try await other.acquireToken(for: [.microsoftGraph]).source == .cache)
    #expect(try await bench.client.acquireToken(for: [.microsoftGraph]).source == .network)
  }

  @Test("removes the tokens of a tenant by its domain, once that is known")
  func removalByDomain() async throws {
    let domain = TenantID("contoso.onmicrosoft.com")
    let bench = try ClientBench(
      authority: "https://login.microsoftonline.com/contoso.onmicrosoft.com")
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    await bench.client.removeTokens(tenant: TenantID(StubTokenService.otherTenant))
    #expect(bench.cache.count == 1)
    await bench.client.removeTokens(tenant: domain)
    #expect(bench.cache.count == 0)
  }

  @Test("removes nothing for a tenant that the authority cannot have")
  func removalElsewhere() async throws {
    let written = "https://fs.contoso.example/adfs"
    let bench = try ClientBench(authority: written)
    bench.service.serve(
      try Authority(written),
      [
        "issuer": written, "token_endpoint": written + "/oauth2/token",
        "jwks_uri": written + "/discovery/keys",
      ])
    _ = try await bench.client.acquireToken(for: [])
    await bench.client.removeTokens(tenant: TenantID(StubTokenService.otherTenant))
    #expect(bench.cache.count == 1)
    await bench.client.removeTokens()
    #expect(bench.cache.count == 0)
  }

  @Test("does not keep a token that was on its way when it was removed")
  func removalInFlight() async throws {
    let bench = try ClientBench()
    bench.service.hold()
    async let coming = bench.client.acquireToken(for: [.microsoftGraph])
    await bench.service.arrived(1)
    await bench.client.removeTokens()
    bench.service.release()
    #expect(try await coming.source == .network)
    #expect(bench.cache.count == 0)
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

  @Test("warns of a static assertion, and says when it ends")
  func staticAssertion() async throws {
    let claims = Data(#"{"exp":1795003600}"#.utf8).base64EncodedString().replacing("=", with: "")
    let header = Data(#"{"alg":"RS256"}"#.utf8).base64EncodedString().replacing("=", with: "")
    let bench = try ClientBench(credential: .assertion(Secret("\(header).\(claims).c2ln")))
    let expected = [
      AcquiredToken.Warning.staticAssertion(expires: Date(timeIntervalSince1970: 1_795_003_600))
    ]
    #expect(try await bench.client.acquireToken(for: [.microsoftGraph]).warnings == expected)
    #expect(try await bench.client.acquireToken(for: [.microsoftGraph]).warnings == expected)
    #expect(try await ClientBench().client.acquireToken(for: [.microsoftGraph]).warnings.isEmpty)
  }

  @Test("asks the provider for an assertion with what it may need, for each request")
  func provider() async throws {
    let contexts = ContextLog()
    let bench = try ClientBench(
      credential: .assertionProvider(
        AssertionProvider { context in
          await contexts.add(context)
          return Secret("assertion-\(await contexts.all.count)")
        }))
    let id = UUID()
    _ = try await bench.client.acquireToken(
      for: [.microsoftGraph], options: AcquisitionOptions(fmiPath: "a/b", correlationID: id))
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    let seen = await contexts.all
    #expect(seen.map(\.fmiPath) == ["a/b", nil])
    #expect(seen.first?.clientID == ClientID("client-1"))
    #expect(seen.first?.correlationID == id)
    #expect(seen.first?.tokenEndpoint == bench.service.tokenRequests.first?.url)
    #expect(
      bench.service.tokenRequests.map { $0.field("client_assertion") }
        == ["assertion-1", "assertion-2"])
  }

  @Test("hands on what a provider throws, and sends nothing")
  func providerFails() async throws {
    struct Broken: Error {}
    let bench = try ClientBench(
      credential: .assertionProvider(AssertionProvider { _ in throw Broken() }))
    let error = await #expect(throws: TokenError.self) {
      try await bench.client.acquireToken(for: [.microsoftGraph])
    }
    guard case .request(.assertionProvider(let cause))? = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(cause is Broken)
    #expect(bench.service.tokenRequests.isEmpty)
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

private actor ContextLog {
  private(set) var all: [AssertionContext] = []
  func add(_ context: AssertionContext) { all.append(context) }
}
