import Crypto
import EntraIdentity
import Foundation
import TestSupport
import Testing

/// What a client of a managed identity remembers; the vectors 56, 62 and 68 of MSAL's tests are
/// about that too.
@Suite("A managed identity's tokens in the cache", .timeLimit(.minutes(10)))
struct ManagedIdentityCacheTests {
  private static let challenge = ClaimsRequest(#"{"access_token":{"nbf":{"essential":true}}}"#)

  /// Answers with a token of its own each time; those after `good` with a failure.
  private static func counting(
    life: Int = 86_399, good: Int = .max, status: Int = 503
  ) -> CannedPlatformTransport {
    CannedPlatformTransport { _, number in
      let isGood = number <= good
      let body =
        isGood ? #"{"access_token":"AT\#(number)","expires_in":\#(life)}"# : #"{"error":"x"}"#
      return HTTPResponse(
        status: isGood ? 200 : status, headers: [("Content-Type", "application/json")],
        body: Array(body.utf8))
    }
  }

  private static func client(
    _ transport: CannedPlatformTransport, _ time: ManualTime,
    _ source: ManagedIdentitySource = .virtualMachine, as identity: ManagedIdentityID = .system,
    cache: TokenCache = TokenCache(random: { 0 })
  ) throws -> ManagedIdentityClient {
    ManagedIdentityClient(
      identity, on: try PlatformFixtures.platform(source), transport: transport, cache: cache,
      capabilities: ["CP1"], retry: .never, time: time)
  }

  private static func token(
    _ client: ManagedIdentityClient, for resource: String = "R", claims: ClaimsRequest? = nil,
    _ freshness: AcquisitionOptions.Freshness = .cached
  ) async throws -> String {
    try await client.acquireToken(for: resource, claims: claims, freshness: freshness)
      .accessToken.withValue(\.self)
  }

  @Test("A token serves until five minutes before its end")
  func hit() async throws {
    let (transport, time) = (Self.counting(life: 3600), ManualTime())
    let client = try Self.client(transport, time)
    #expect(try await Self.token(client) == "AT1")
    time.advance(by: .seconds(3299))
    #expect(try await Self.token(client) == "AT1")
    time.advance(by: .seconds(2))
    #expect(try await Self.token(client) == "AT2")
  }

  @Test("Another resource, and another identity in the same cache, has a token of its own")
  func apart() async throws {
    let (transport, time, cache) = (Self.counting(), ManualTime(), TokenCache())
    let identities: [ManagedIdentityID] = [.system, .clientID("a"), .objectID("b")]
    for (number, identity) in identities.enumerated() {
      for _ in 0..<2 {
        let client = try Self.client(transport, time, as: identity, cache: cache)
        #expect(try await Self.token(client) == "AT\(number * 2 + 1)")
        #expect(try await Self.token(client, for: "S") == "AT\(number * 2 + 2)")
      }
    }
  }

  @Test("Vector 56: a token of a day is renewed half-way, behind the caller's back")
  func aging() async throws {
    let (transport, time) = (Self.counting(), ManualTime())
    let client = try Self.client(transport, time)
    #expect(try await Self.token(client) == "AT1")
    time.advance(by: .seconds(43_201))
    var token = try await Self.token(client)
    #expect(token == "AT1")
    while token == "AT1" {
      await Task.yield()
      token = try await Self.token(client)
    }
    #expect(token == "AT2")
    #expect(transport.requests.count == 2)
  }

  @Test("No failure of a renewal takes away a token that is good", arguments: [400, 403, 500, 503])
  func failedRefresh(_ status: Int) async throws {
    let (transport, time) = (Self.counting(good: 1, status: status), ManualTime())
    let client = try Self.client(transport, time)
    _ = try await Self.token(client)
    time.advance(by: .seconds(50_000))
    while transport.requests.count < 2 {
      #expect(try await Self.token(client) == "AT1")
      await Task.yield()
    }
    #expect(try await Self.token(client) == "AT1")
  }

  @Test(
    "Vectors 62 and 68: with a claims challenge the platform is asked, whatever the cache has",
    arguments: ManagedIdentitySource.allCases.filter { $0 != .azureArc })
  func challenge(_ source: ManagedIdentitySource) async throws {
    let (transport, time) = (Self.counting(), ManualTime())
    let client = try Self.client(transport, time, source)
    #expect(try await Self.token(client, claims: Self.challenge) == "AT1")
    #expect(try await Self.token(client, claims: Self.challenge) == "AT2")
    #expect(try await Self.token(client) == "AT2")
    let urls = transport.requests.map(\.url.description)
    let hash = PlatformFixtures.hexadecimal(SHA256.hash(data: Data("AT1".utf8)))
    #expect(!urls[0].contains("sha256"))
    #expect(
      urls[1].contains("token_sha256_to_refresh=\(hash)&") == (source == .serviceFabric))
  }

  @Test("Who wants another token names the one it has; who wants to look asks as if it had none")
  func freshness() async throws {
    let (transport, time) = (Self.counting(), ManualTime())
    let client = try Self.client(transport, time, .serviceFabric)
    for freshness in [AcquisitionOptions.Freshness.cached, .live, .forced] {
      _ = try await Self.token(client, freshness)
    }
    let isNamed = transport.requests.map { $0.url.description.contains("sha256") }
    #expect(isNamed == [false, false, true])
  }

  @Test("Vector 59: a refusal is remembered by nobody")
  func refusal() async throws {
    let (transport, time) = (Self.counting(good: 0, status: 400), ManualTime())
    let client = try Self.client(transport, time)
    for _ in 0..<2 {
      let error = await #expect(throws: TokenError.self) { try await Self.token(client) }
      #expect(error?.origin == .live)
      #expect(error?.status == 400)
    }
    #expect(transport.requests.count == 2)
  }

  @Test("What is removed is gone")
  func removal() async throws {
    let (transport, time) = (Self.counting(), ManualTime())
    let client = try Self.client(transport, time)
    _ = try await Self.token(client)
    await client.removeTokens()
    #expect(try await Self.token(client) == "AT2")
  }
}
