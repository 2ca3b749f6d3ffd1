import EntraIdentity
import Foundation
import TestSupport
import Testing

@Suite("A client, asked to remove tokens") struct TokenRemovalTests {
  @Test("vector 21: removes its tokens, of one tenant or of all, and nobody else's")
  func removal() async throws {
    let bench = try ClientBench()
    let other = try bench.another(
      authority: "https://login.windows.net/\(StubTokenService.tenant)", clientID: "client-2")
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
    let bench = try ClientBench.adfs()
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
}
