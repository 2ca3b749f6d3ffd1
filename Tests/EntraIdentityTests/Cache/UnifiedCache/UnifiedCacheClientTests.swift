import Foundation
import TestSupport
import Testing

@testable import EntraIdentity

@Suite("Over one cache file, what a client got another uses without asking")
struct UnifiedCacheClientTests {
  private let folder: CacheFolder
  private let bench: ClientBench

  init() throws {
    folder = try CacheFolder()
    bench = try ClientBench(cache: Self.cache(folder))
  }

  /// A cache over the file, as another process has it. A store that fails fails the test.
  private static func cache(_ folder: CacheFolder) -> TokenCache {
    TokenCache(store: folder.file(), random: { 0 }, onStoreFailure: { Issue.record($0) })
  }

  /// A client in another process, an hour's half later.
  private func other(
    _ written: String = "https://login.microsoftonline.com/\(StubTokenService.tenant)",
    clientID: String = "client-1", transport: any HTTPTransport
  ) throws -> ConfidentialClient {
    ConfidentialClient(
      clientID: ClientID(clientID), credential: .secret(Secret("s"), .post),
      authority: try Authority(written), transport: transport, cache: Self.cache(folder),
      settings: ClientSettings(retry: .never), time: bench.time)
  }

  @Test("by the tenant's GUID, under any of the cloud's hosts, without a single request")
  func byGUID() async throws {
    let token = try await bench.client.acquireToken(for: [.microsoftGraph])
    bench.time.advance(by: .seconds(1800))
    for host in ["login.microsoftonline.com", "login.windows.net", "sts.windows.net"] {
      let transport = CannedTransport()
      let found = try await other(
        "https://\(host)/\(StubTokenService.tenant.uppercased())", transport: transport
      ).acquireToken(for: [.microsoftGraph])
      #expect(found.text == token.text)
      #expect(found.source == .cache)
      #expect(found.expiresAt == token.expiresAt)
      #expect(transport.requests.isEmpty)
    }
  }

  @Test("by the tenant's domain, after its document alone was read")
  func byDomain() async throws {
    let written = "https://login.microsoftonline.com/contoso.com"
    let token = try await bench.another(authority: written).acquireToken(for: [.microsoftGraph])
    let service = StubTokenService()
    let found = try await other(written, transport: service).acquireToken(for: [.microsoftGraph])
    #expect(found.text == token.text)
    #expect(service.tokenRequests.isEmpty)
    // Whoever names the GUID needs not even that.
    let transport = CannedTransport()
    let guid = "https://login.microsoftonline.com/\(StubTokenService.domainTenant)"
    let same = try await other(guid, transport: transport).acquireToken(for: [.microsoftGraph])
    #expect(same.text == token.text)
    #expect(transport.requests.isEmpty)
  }

  @Test("by a domain whose document nobody had to read, without a single request")
  func byDomainBesideATenant() async throws {
    let domain = try #require(TenantID("fabrikam.com"))
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    let token = try await bench.client.acquireToken(for: [.microsoftGraph], tenant: domain)
    let transport = CannedTransport()
    let found = try await other(transport: transport)
      .acquireToken(for: [.microsoftGraph], tenant: domain)
    #expect(found.text == token.text)
    #expect(transport.requests.isEmpty)
  }

  @Test(
    "vector 33: for scopes that were granted, as they are written",
    arguments: [(["s1"], true), (["S1"], false), (["s2", "s1"], true), (["S1", "S2"], false)])
  func scopes(asked: [String], isHit: Bool) async throws {
    let token = try await bench.client.acquireToken(for: ClientBench.scopes("s1", "s2"))
    let found = try? await other(transport: CannedTransport())
      .acquireToken(for: asked.compactMap(Scope.init))
    #expect((found?.text == token.text) == isHit)
    #expect((found == nil) == !isHit)
  }

  @Test("vector 23: for scopes that were asked for and renamed")
  func renamed() async throws {
    bench.service.script(.token(scope: "valid1 valid2"))
    let token = try await bench.client.acquireToken(for: ClientBench.scopes("alias"))
    for asked in ["alias", "valid1"] {
      let found = try await other(transport: CannedTransport())
        .acquireToken(for: ClientBench.scopes(asked))
      #expect(found.text == token.text)
    }
  }

  @Test("vector 83: for the same path, and for no other and not without")
  func paths() async throws {
    let path = AcquisitionOptions(fmiPath: "a/b")
    let token = try await bench.client.acquireToken(for: [.microsoftGraph], options: path)
    let client = try other(transport: CannedTransport())
    #expect(
      try await client.acquireToken(for: [.microsoftGraph], options: path).text == token.text)
    for options in [AcquisitionOptions(), AcquisitionOptions(fmiPath: "a/c")] {
      await #expect(throws: TokenError.self) {
        try await client.acquireToken(for: [.microsoftGraph], options: options)
      }
    }
  }

  @Test("but not for another application, nor once the token is about to end")
  func notFound() async throws {
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    await #expect(throws: TokenError.self) {
      try await other(clientID: "client-2", transport: CannedTransport())
        .acquireToken(for: [.microsoftGraph])
    }
    bench.time.advance(by: .seconds(3300))
    await #expect(throws: TokenError.self) {
      try await other(transport: CannedTransport()).acquireToken(for: [.microsoftGraph])
    }
  }

  @Test("nor after it was removed, by either of the tenant's names")
  func removed() async throws {
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    try await other(transport: CannedTransport()).removeTokens(
      tenant: TenantID(StubTokenService.tenant))
    await #expect(throws: TokenError.self) {
      try await other(transport: CannedTransport()).acquireToken(for: [.microsoftGraph])
    }
  }

  @Test("a file that is broken costs a request and is told")
  func broken() async throws {
    try folder.write("no cache")
    let told = ManualTime()
    let cache = TokenCache(
      store: folder.file(), random: { 0 },
      onStoreFailure: { error in
        if (error as? UnifiedCacheProblem)?.code == .notJSON { told.advance(by: .seconds(1)) }
      })
    let start = told.now
    let client = ConfidentialClient(
      clientID: ClientID("client-1"), credential: .secret(Secret("s"), .post),
      authority: try Authority("https://login.microsoftonline.com/\(StubTokenService.tenant)"),
      transport: bench.service, cache: cache, settings: ClientSettings(retry: .never),
      time: bench.time)
    #expect(try await client.acquireToken(for: [.microsoftGraph]).source == .network)
    #expect(try await client.acquireToken(for: [.microsoftGraph]).source == .cache)
    #expect(told.now > start)
    #expect(try folder.text() == "no cache")
  }
}
