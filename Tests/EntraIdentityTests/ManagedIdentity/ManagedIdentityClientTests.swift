import EntraIdentity
import Foundation
import TestSupport
import Testing

/// When a platform is asked again.
@Suite("A managed identity's client")
struct ManagedIdentityClientTests {
  /// Answers with these statuses, and with a token from then on.
  private static func failing(
    _ statuses: [Int], headers: [(name: String, value: String)] = []
  ) -> CannedPlatformTransport {
    CannedPlatformTransport { _, number in
      let status = number <= statuses.count ? statuses[number - 1] : 200
      return HTTPResponse(
        status: status, headers: [("Content-Type", "application/json")] + headers,
        body: Array((status == 200 ? PlatformFixtures.good : #"{"error":"x"}"#).utf8))
    }
  }

  /// The same guidance without its chance: every pause is as long as it may be.
  private static let longest = RetryPolicy(
    maximumAttempts: RetryPolicy.managedIdentity.maximumAttempts,
    firstPause: RetryPolicy.managedIdentity.firstPause,
    longestPause: RetryPolicy.managedIdentity.longestPause,
    longestRetryAfter: RetryPolicy.managedIdentity.longestRetryAfter, random: { 1 })

  private static func client(
    _ transport: CannedPlatformTransport, _ time: ManualTime,
    _ source: ManagedIdentitySource = .virtualMachine
  ) throws -> ManagedIdentityClient {
    ManagedIdentityClient(
      on: try PlatformFixtures.platform(source), transport: transport,
      product: PlatformFixtures.product, retry: longest, time: time)
  }

  @Test("The metadata service is asked five times more, with pauses that double")
  func guidance() async throws {
    let (transport, time) = (Self.failing([404, 429, 500, 503, 511]), ManualTime())
    _ = try await Self.client(transport, time).acquireToken(for: "R")
    #expect(time.slept == [2, 4, 8, 16, 32].map { .seconds($0) })
    #expect(transport.requests.count == 6)
    #expect(Set(transport.requests.map { $0.header("x-ms-client-request-id") }).count == 6)
  }

  @Test("and not once more than that")
  func enough() async throws {
    let (transport, time) = (Self.failing(Array(repeating: 503, count: 9)), ManualTime())
    let client = try Self.client(transport, time)
    let error = await #expect(throws: TokenError.self) {
      try await client.acquireToken(for: "R")
    }
    #expect(error?.error?.platformRefusal?.reason == .fault)
    #expect(transport.requests.count == 6)
  }

  @Test("After a 410 it is asked for longer than the 70 seconds that an update takes")
  func update() async throws {
    let (transport, time) = (Self.failing(Array(repeating: 410, count: 5)), ManualTime())
    let client = ManagedIdentityClient(
      on: try PlatformFixtures.platform(.virtualMachine), transport: transport,
      // The shortest pauses that chance could bring.
      retry: RetryPolicy(maximumAttempts: 6, firstPause: .seconds(2), random: { 0 }), time: time)
    _ = try await client.acquireToken(for: "R")
    #expect(time.slept.reduce(.zero, +) >= .seconds(70))
  }

  @Test("Retry-After comes before the guidance, and what is too long is not waited for")
  func retryAfter() async throws {
    let time = ManualTime()
    let short = Self.failing([429, 410], headers: [("Retry-After", "40")])
    _ = try await Self.client(short, time).acquireToken(for: "R")
    #expect(time.slept == [.seconds(42), .seconds(42)])
    let long = Self.failing([429], headers: [("Retry-After", "3000")])
    let client = try Self.client(long, time)
    await #expect(throws: TokenError.self) { try await client.acquireToken(for: "R") }
    #expect(long.requests.count == 1)
  }

  @Test(
    "What will not pass is asked once",
    arguments: [
      (ManagedIdentitySource.virtualMachine, 400), (.virtualMachine, 403), (.virtualMachine, 405),
      (.serviceFabric, 404), (.appService, 404), (.appService, 400), (.machineLearning, 410),
    ])
  func once(_ source: ManagedIdentitySource, _ status: Int) async throws {
    let (transport, time) = (Self.failing([status]), ManualTime())
    let client = try Self.client(transport, time, source)
    await #expect(throws: TokenError.self) { try await client.acquireToken(for: "R") }
    #expect(transport.requests.count == 1)
    #expect(time.slept.isEmpty)
  }
}
