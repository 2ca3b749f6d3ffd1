import EntraIdentity
import Foundation
import TestSupport
import Testing

@Suite("What was proven of an authority", .timeLimit(.minutes(10))) struct AuthorityDirectoryTests {
  private func discoveries(_ bench: ClientBench) -> Int {
    bench.service.requests.filter { $0.method == .get }.count
  }

  @Test("vector 49: holds for a day, and is then asked for again")
  func day() async throws {
    let bench = try ClientBench()
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    bench.time.advance(by: .seconds(86_399))
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    #expect(discoveries(bench) == 1)
    bench.time.advance(by: .seconds(3_600))
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    #expect(discoveries(bench) == 2)
  }

  @Test("is asked for once by many at the same time, and not for each token")
  func once() async throws {
    let bench = try ClientBench()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<20 {
        group.addTask {
          _ = try await bench.client.acquireToken(for: ClientBench.scopes("s\(number)"))
        }
      }
      try await group.waitForAll()
    }
    #expect(discoveries(bench) == 1)
    #expect(bench.service.tokenRequests.count == 20)
  }

  @Test("is not remembered where it failed")
  func failure() async throws {
    let written = "https://idp.example/realm"
    let bench = try ClientBench(authority: written, kind: .oidc)
    let error = await #expect(throws: TokenError.self) {
      try await bench.client.acquireToken(for: [])
    }
    #expect(error?.isTransient == true)
    bench.service.serve(
      try Authority(written, kind: .oidc),
      ["issuer": written, "token_endpoint": written + "/token", "jwks_uri": written + "/keys"])
    _ = try await bench.client.acquireToken(for: [])
  }

  @Test("proves no host but its own, and no other cloud's")
  func otherHosts() async throws {
    let bench = try ClientBench()
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    let other = try bench.another(
      authority: "https://login.microsoftonline.us/\(StubTokenService.tenant)")
    _ = try await other.acquireToken(for: [.microsoftGraph])
    #expect(discoveries(bench) == 2)
  }

  @Test("an endpoint is derived for another tenant only where the document has the cloud's form")
  func oddForm() async throws {
    let guid = StubTokenService.tenant
    let base = "https://login.microsoftonline.com/\(guid)"
    let bench = try ClientBench()
    bench.service.serve(
      try Authority(base),
      [
        "issuer": base + "/v2.0", "token_endpoint": base + "/oauth2/v9.0/token",
        "jwks_uri": base + "/discovery/v2.0/keys",
      ])
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    _ = try await bench.client.acquireToken(
      for: [.microsoftGraph], tenant: TenantID(StubTokenService.otherTenant))
    #expect(discoveries(bench) == 2)
    #expect(
      bench.service.tokenRequests.last?.url.path
        == "/\(StubTokenService.otherTenant)/oauth2/v2.0/token")
  }
}
