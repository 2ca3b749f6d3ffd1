import Foundation
import TestSupport
import Testing

@testable import EntraIdentity

@Suite("What a client tells the service of itself") struct TelemetryTests {
  private static let ids = [UUID(), UUID(), UUID()]

  private func last(_ bench: ClientBench) -> String? {
    bench.service.tokenRequests.last?.header("x-client-last-telemetry")
  }

  private func ask(_ bench: ClientBench, _ number: Int) async {
    _ = try? await bench.client.acquireToken(
      for: ClientBench.scopes("s\(number)"),
      options: AcquisitionOptions(correlationID: Self.ids[number]))
  }

  @Test("vector 16: hits and failures are told with the next request, until one succeeds")
  func history() async throws {
    let bench = try ClientBench()
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    #expect(last(bench) == "4|0|||")
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    bench.service.script(
      .refusal(1, "error_one", status: 401), .refusal(2, "error_two", status: 401))
    await ask(bench, 0)
    #expect(last(bench) == "4|1|||")
    await ask(bench, 1)
    let one = Self.ids[0].uuidString.lowercased()
    #expect(last(bench) == "4|1|730,\(one)|error_one|")
    await ask(bench, 2)
    let two = Self.ids[1].uuidString.lowercased()
    #expect(last(bench) == "4|1|730,\(one),730,\(two)|error_one,error_two|")
    _ = try await bench.client.acquireToken(for: ClientBench.scopes("s9"))
    #expect(last(bench) == "4|0|||")
  }

  @Test("the header stops growing before the service would cut it")
  func bound() async throws {
    let bench = try ClientBench()
    for _ in 0..<20 {
      bench.service.script(.refusal(1, "invalid_client", status: 401))
      await ask(bench, 0)
    }
    await ask(bench, 1)
    let header = try #require(last(bench))
    #expect(header.utf8.count <= 360)
    #expect(header.contains("invalid_client,invalid_client"))
  }

  @Test("what a server calls its error cannot break the header")
  func hostileError() async throws {
    let bench = try ClientBench()
    bench.service.script(.refusal(1, "a\r\nX-Evil: 1,|\u{1F600}", status: 401))
    await ask(bench, 0)
    await ask(bench, 1)
    let header = try #require(last(bench))
    #expect(header.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
    #expect(header.split(separator: "|", omittingEmptySubsequences: false).count == 5)
  }

  @Test(
    "vector 17: the reason of a request is told",
    arguments: [(AcquisitionOptions.Freshness.cached, "4|730,2|"), (.forced, "4|730,1|")])
  func reason(freshness: AcquisitionOptions.Freshness, header: String) async throws {
    let bench = try ClientBench()
    _ = try await bench.client.acquireToken(
      for: [.microsoftGraph], options: AcquisitionOptions(freshness: freshness))
    #expect(
      bench.service.tokenRequests.last?.header("x-client-current-telemetry") == header)
  }

  @Test("a generic issuer is told none of it")
  func genericIssuer() async throws {
    let written = "https://idp.example/realm"
    let bench = try ClientBench(authority: written, kind: .oidc)
    bench.service.serve(
      try Authority(written, kind: .oidc),
      ["issuer": written, "token_endpoint": written + "/token", "jwks_uri": written + "/keys"])
    _ = try await bench.client.acquireToken(for: [])
    let names = bench.service.tokenRequests.last?.headers.map(\.name) ?? []
    #expect(!names.isEmpty)
    #expect(!names.contains { $0.hasPrefix("x-") })
  }

  @Test("an application that names itself is named")
  func application() async throws {
    let bench = try ClientBench(
      settings: ClientSettings(
        product: ProductIdentity(version: "1", appName: "billing", appVersion: "7")))
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    let request = try #require(bench.service.tokenRequests.last)
    #expect(request.header("x-app-name") == "billing")
    #expect(request.header("x-app-ver") == "7")
  }
}
