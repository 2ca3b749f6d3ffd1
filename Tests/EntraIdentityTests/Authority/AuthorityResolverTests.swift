import EntraIdentity
import Foundation
import TestSupport
import Testing

@Suite("Proving an authority")
struct AuthorityResolverTests {
  static let guid = StubIdentityProvider.guid
  static let other = "6babcaad-604b-40ac-a9d7-9fd97c0b779f"

  private func examine(
    _ provider: StubIdentityProvider, expecting expectations: AuthorityExpectations = .init()
  ) async -> (AuthorityExamination, [String]) {
    let transport = provider.transport()
    let examination = await AuthorityResolver(transport: transport, time: ManualTime())
      .examine(provider.authority, expecting: expectations)
    return (examination, transport.requests.map(\.url.description))
  }

  private func provider(
    _ text: String = "https://login.microsoftonline.com/contoso.com", kind: AuthorityKind? = nil,
    patch: [String: String?] = [:]
  ) throws -> StubIdentityProvider {
    StubIdentityProvider(authority: try Authority(text, kind: kind), patch: patch)
  }

  @Test("a known host is asked for its document and its keys, and for nothing else")
  func inOrder() async throws {
    let provider = try provider()
    let (seen, requests) = await examine(provider)
    let resolved = try #require(seen.resolved)
    #expect(resolved.tenantID == .guid(Self.guid))
    #expect(resolved.issuer == provider.issuer)
    #expect(resolved.keys != nil)
    #expect(
      requests == [
        "https://login.microsoftonline.com/contoso.com/v2.0/.well-known/openid-configuration",
        "https://login.microsoftonline.com/contoso.com/discovery/v2.0/keys",
      ])
  }

  @Test("requests carry their limits and a fresh id each")
  func limits() async throws {
    let transport = try provider().transport()
    _ = await AuthorityResolver(transport: transport, time: ManualTime()).examine(
      try Authority("https://login.microsoftonline.com/contoso.com"),
      expecting: AuthorityExpectations(timeout: .seconds(3)))
    #expect(transport.requests.map(\.maximumResponseBytes) == [1 << 18, 1 << 20])
    #expect(transport.requests.allSatisfy { $0.timeout == .seconds(3) && $0.method == .get })
    let ids = transport.requests.compactMap { request in
      request.headers.first { $0.name == "client-request-id" }?.value
    }
    #expect(Set(ids).count == 2)
  }

  @Test(
    "a document that lies about any one thing proves nothing, and its keys are not asked for there",
    arguments: [
      ("issuer", "https://login.microsoftonline.com/\(other)/v2.0", 1),
      ("issuer", "https://evil.example/\(guid)/v2.0", 1),
      ("token_endpoint", "https://evil.example/\(guid)/oauth2/v2.0/token", 2),
      ("token_endpoint", "http://login.microsoftonline.com/\(guid)/oauth2/v2.0/token", 2),
      ("token_endpoint", "https://login.microsoftonline.com/\(other)/oauth2/v2.0/token", 2),
      ("jwks_uri", "https://evil.example/keys", 1),
      ("device_authorization_endpoint", "https://evil.example/device", 2),
      ("tenant_region_scope", "USGov", 2),
      ("msgraph_host", "graph.microsoft.us", 2),
    ])
  func lies(_ field: String, _ value: String, _ requestCount: Int) async throws {
    let provider = try provider(
      "https://login.microsoftonline.com/\(Self.guid)", patch: [field: value])
    let (seen, requests) = await examine(provider)
    #expect(seen.resolved == nil)
    #expect(seen.discovery.value != nil)
    #expect(requests.count == requestCount)
    #expect(requests.allSatisfy { $0.hasPrefix("https://login.microsoftonline.com/") })
    await #expect(throws: UnprovenAuthority.self) {
      try await AuthorityResolver(transport: provider.transport(), time: ManualTime())
        .resolve(provider.authority)
    }
  }

  @Test("a document without an issuer, a token endpoint or keys is told by what it lacks")
  func missing() async throws {
    let (noIssuer, _) = await examine(
      try provider(patch: ["issuer": String?.none]))
    #expect(noIssuer.issuer == .missing)
    #expect(noIssuer.resolved == nil)
    for (text, fields) in [
      (#"{"issuer":"x","jwks_uri":"https://x.example"}"#, ["token_endpoint"]),
      (#"{"issuer":"x","token_endpoint":17,"jwks_uri":["a"]}"#, ["token_endpoint", "jwks_uri"]),
      ("{}", ["token_endpoint", "jwks_uri"]),
    ] {
      var provider = try provider()
      provider.document = StubIdentityProvider.json(text)
      let (seen, requests) = await examine(provider)
      guard case .failed(.unexpected(let response)) = seen.discovery else {
        Issue.record("\(seen.discovery)")
        continue
      }
      #expect(response.reason == .missingFields(fields))
      #expect(requests.count == 1)
    }
  }

  @Test(
    "what is no document is told apart",
    arguments: [
      (200, "text/html", "<html>portal</html>", UnexpectedResponse.Reason.notJSON),
      (200, "application/json", "<html>", .malformedJSON),
      (200, "application/json", "[1]", .malformedJSON),
      (200, "application/json", "", .empty),
      (302, "text/html", "", .redirect(toHost: "portal.example")),
      (404, "text/html", "<html>", .notJSON),
    ])
  func noDocument(
    _ status: Int, _ type: String, _ body: String, _ reason: UnexpectedResponse.Reason
  ) async throws {
    var provider = try provider()
    provider.document = HTTPResponse(
      status: status,
      headers: [("content-type", type), ("Location", "https://portal.example/login")],
      body: Array(body.utf8))
    let (seen, requests) = await examine(provider)
    guard case .failed(.unexpected(let response)) = seen.discovery else {
      Issue.record("\(seen.discovery)")
      return
    }
    #expect(response.reason == reason)
    #expect(response.status == status)
    #expect(response.host == "login.microsoftonline.com")
    #expect(seen.issuer == nil && seen.resolved == nil && requests.count == 1)
  }

  @Test("a refusal of the document keeps its code", arguments: [90002, 900023])
  func refused(_ code: Int) async throws {
    var provider = try provider()
    provider.document = StubIdentityProvider.tenantMissing(code)
    let (seen, _) = await examine(provider)
    guard case .failed(.refused(let refusal)) = seen.discovery else {
      Issue.record("\(seen.discovery)")
      return
    }
    #expect(refusal.codes == [code])
  }

  @Test("keys that cannot be had leave the token endpoint proven")
  func noKeys() async throws {
    var provider = try provider()
    provider.keySet = StubIdentityProvider.json("{}", status: 200)
    let (seen, _) = await examine(provider)
    guard case .failed = seen.keys else {
      Issue.record("\(seen.keys)")
      return
    }
    let resolved = try #require(seen.resolved)
    #expect(resolved.keys == nil)
    let resolver = AuthorityResolver(
      transport: try self.provider().transport(), time: ManualTime())
    #expect(await resolver.refreshedKeys(of: resolved).value != nil)
  }

  @Test("the declared tenant is compared with the one that the issuer names")
  func declaredTenant() async throws {
    let provider = try provider()
    let right = AuthorityExpectations(tenantID: Self.guid.uppercased())
    #expect(await examine(provider, expecting: right).0.resolved != nil)
    let (seen, _) = await examine(provider, expecting: .init(tenantID: Self.other))
    #expect(seen.tenant == .mismatch(expected: Self.other, found: Self.guid))
    #expect(seen.resolved == nil)
    let federation = try self.provider("https://fs.contoso.com/adfs")
    let (undetermined, _) = await examine(federation, expecting: right)
    #expect(undetermined.tenant == .undetermined)
    #expect(undetermined.resolved != nil)
  }

  @Test("an unknown host is asked about first, and nothing is asked of it when it is refused")
  func unknownHost() async throws {
    let provider = try provider("https://login.private.example/contoso.com")
    let (seen, requests) = await examine(provider)
    guard case .refused = seen.instance else {
      Issue.record("\(seen.instance)")
      return
    }
    #expect(seen.resolved == nil)
    #expect(
      requests == [
        "https://login.microsoftonline.com/common/discovery/instance?api-version=1.1"
          + "&authorization_endpoint=https%3A%2F%2Flogin.private.example%2Fcontoso.com"
          + "%2Foauth2%2Fv2.0%2Fauthorize"
      ])
  }

  @Test(
    "is asked about in its own cloud, where its domain is one's",
    arguments: [
      ("https://tenant7.microsoftonline.us/contoso.com", "login.microsoftonline.us"),
      ("https://login2.partner.microsoftonline.cn/contoso.com", "login.partner.microsoftonline.cn"),
      ("https://sts.sovcloud-identity.fr/contoso.com", "login.sovcloud-identity.fr"),
      ("https://login.microsoftonline.us.private.example/x.com", nil),
      ("https://microsoftonline.us/contoso.com", "login.microsoftonline.com"),
    ] as [(String, String?)])
  func ownCloud(authority: String, asked: String?) async throws {
    guard let asked else {
      // A look-alike is nobody's to ask about.
      #expect(throws: AuthorityProblem.self) { try Authority(authority) }
      return
    }
    let (_, requests) = await examine(try provider(authority))
    #expect(requests.first?.hasPrefix("https://\(asked)/common/discovery/instance?") == true)
    #expect(requests.count == 1)
  }

  @Test(
    "an answer that does not vouch for the host leads nowhere",
    arguments: [
      StubIdentityProvider.json(
        #"{"tenant_discovery_endpoint":"https://login.private.example/x"}"#),
      StubIdentityProvider.json(#"{"metadata":[{"aliases":["login.microsoftonline.com"]}]}"#),
      StubIdentityProvider.json(#"{"metadata":"login.private.example"}"#),
      StubIdentityProvider.json(#"{"error":"invalid_tenant","error_codes":[90002]}"#, status: 400),
      HTTPResponse(status: 200, headers: [("content-type", "text/html")], body: [0x3C]),
    ])
  func noVouching(_ answer: HTTPResponse) async throws {
    var provider = try provider("https://login.private.example/contoso.com")
    provider.instance = answer
    let (seen, requests) = await examine(provider)
    guard case .failed = seen.instance else {
      Issue.record("\(seen.instance)")
      return
    }
    #expect(requests.count == 1)
  }

  @Test("a host that is vouched for is asked at its own address, and its aliases are its cloud")
  func vouched() async throws {
    var provider = try provider("https://login.private.example/contoso.com")
    provider.instance = StubIdentityProvider.json(
      #"{"tenant_discovery_endpoint":"https://evil.example/x","metadata":[{"aliases":["#
        + #""Login.Private.example","sts.private.example"]}]}"#)
    provider.patch = ["issuer": "https://sts.private.example/\(Self.guid)/v2.0"]
    let (seen, requests) = await examine(provider)
    #expect(seen.resolved != nil)
    #expect(requests.count == 3)
    #expect(requests[1] == provider.authority.discoveryURL.description)
  }

  @Test("nobody is asked about a host that is declared or of another family, or where it is off")
  func notAsked() async throws {
    for (text, kind) in [
      ("https://localhost:8443/contoso.com", AuthorityKind?.some(.entra)),
      ("https://fs.contoso.com/adfs", nil), ("https://contoso.ciamlogin.com", nil),
      ("https://login.contoso.com/contoso.com/b2c_1_x", nil),
      ("https://issuer.example/realm/", .oidc), ("https://x.example/dstsv2/\(Self.guid)", nil),
    ] {
      let (seen, requests) = await examine(try provider(text, kind: kind))
      #expect(seen.resolved != nil, "\(text)")
      #expect(!requests.contains { $0.contains("discovery/instance") })
    }
    let air = try provider("https://login.private.example/contoso.com", kind: .entra)
    let (seen, requests) = await examine(air, expecting: .init(instanceDiscovery: false))
    #expect(seen.resolved != nil && requests.count == 2)
  }

  @Test("a host that nobody declares and nobody may be asked about is not asked itself")
  func notDeclaredAndNotAsked() async throws {
    let unknown = try provider("https://login.private.example/contoso.com")
    let (seen, requests) = await examine(unknown, expecting: .init(instanceDiscovery: false))
    #expect(seen.resolved == nil && requests.isEmpty)
  }

  @Test("a document that does not answer is the network's fault, and told as such")
  func network() async throws {
    let transport = CannedTransport()
    let seen = await AuthorityResolver(transport: transport, time: ManualTime()).examine(
      try Authority("https://login.microsoftonline.com/contoso.com"))
    guard case .failed(.transport(let error)) = seen.discovery else {
      Issue.record("\(seen.discovery)")
      return
    }
    #expect(error.isTransient && seen.resolved == nil)
    // Asked again, as the policy has it, and never of another host.
    #expect(transport.requests.count == RetryPolicy().maximumAttempts)
  }
}
