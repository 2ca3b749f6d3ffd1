import Foundation
import TestSupport
import Testing

@testable import EntraIdentity

@Suite("The token cache", .timeLimit(.minutes(10))) struct TokenCacheTests {
  @Test(
    "vector 33: answers for scopes that a token was granted, as they are written",
    arguments: [
      (["s1"], true), (["s2", "s1"], true), (["s1", "s2"], true), (["S1"], false),
      // Another library's exact key is in lower case and would hit here, with a token for s1.
      (["S1", "S2"], false), (["s1", "s3"], false), (["s3"], false),
    ])
  func scopes(asked: [String], isHit: Bool) async throws {
    let bench = try ClientBench()
    let first = try await bench.client.acquireToken(for: ClientBench.scopes("s1", "s2"))
    let token = try await bench.client.acquireToken(for: asked.compactMap(Scope.init))
    #expect((token.text == first.text) == isHit)
  }

  @Test("vector 34: no scopes are no wildcard, where an authority gives tokens without")
  func noScopes() async throws {
    let bench = try ClientBench.adfs()
    let scoped = try await bench.client.acquireToken(for: ClientBench.scopes("api"))
    let bare = try await bench.client.acquireToken(for: [])
    #expect(bare.text != scoped.text)
    #expect(try await bench.client.acquireToken(for: []).text == bare.text)
  }

  @Test("vector 23: a request whose scopes the service renamed hits by both names")
  func renamed() async throws {
    let bench = try ClientBench()
    bench.service.script(.token(scope: "valid1 valid2"))
    let first = try await bench.client.acquireToken(for: ClientBench.scopes("alias"))
    #expect(first.scopes == ["valid1", "valid2"])
    // Another library forgets what was asked for, and asks each time.
    for asked in ["alias", "valid1", "valid2"] {
      let token = try await bench.client.acquireToken(for: ClientBench.scopes(asked))
      #expect(token.text == first.text)
    }
    #expect(bench.service.tokenRequests.count == 1)
  }

  @Test(
    "vector 32: a token that ends within five minutes is not handed out",
    arguments: [(301, true), (300, true), (299, false)])
  func skew(left: Int, isHit: Bool) async throws {
    let bench = try ClientBench()
    let first = try await bench.client.acquireToken(for: [.microsoftGraph])
    bench.time.advance(by: .seconds(3599 - left))
    let token = try await bench.client.acquireToken(for: [.microsoftGraph])
    #expect((token.text == first.text) == isHit)
  }

  @Test("a token of which the service says no end is good for ten minutes")
  func silentEnd() async throws {
    let bench = try ClientBench()
    bench.service.script(StubTokenService.Answer(fields: ["token_type": "Bearer"]))
    let token = try await bench.client.acquireToken(for: [.microsoftGraph])
    #expect(token.expiresAt == token.obtainedAt + 600)
  }

  @Test("vectors 12 and 28: a token that is not yet due is a hit without a request")
  func notDue() async throws {
    let bench = try ClientBench()
    bench.service.script(.token(expiresIn: 900, refreshIn: 450))
    let first = try await bench.client.acquireToken(for: [.microsoftGraph])
    #expect(first.refreshAt == first.obtainedAt + 450)
    bench.time.advance(by: .seconds(449))
    let hit = try await bench.client.acquireToken(for: [.microsoftGraph])
    #expect(hit.text == first.text)
    #expect(bench.service.tokenRequests.count == 1)
  }

  /// A client whose token is due, after the call that began the refresh.
  private func due(_ refresh: StubTokenService.Answer) async throws -> ClientBench {
    let bench = try ClientBench()
    bench.service.script(.token("old", expiresIn: 3599, refreshIn: 1800), refresh)
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    bench.time.advance(by: .seconds(1801))
    bench.service.hold()
    // The caller does not wait for the refresh: it is held up, and the call returns.
    #expect(try await bench.client.acquireToken(for: [.microsoftGraph]).text == "old")
    await bench.service.arrived(2)
    // Nor does anybody else, and nobody begins a second one.
    #expect(try await bench.client.acquireToken(for: [.microsoftGraph]).text == "old")
    bench.service.release()
    return bench
  }

  @Test("vector 17: a token that is due is fetched anew in the background, and then handed out")
  func refreshed() async throws {
    let bench = try await due(.token("new"))
    var token = try await bench.client.acquireToken(for: [.microsoftGraph])
    while token.text == "old" {
      await Task.yield()
      token = try await bench.client.acquireToken(for: [.microsoftGraph])
    }
    #expect(token.text == "new")
    #expect(token.source == .proactiveRefresh)
    #expect(bench.service.tokenRequests.count == 2)
    #expect(
      bench.service.tokenRequests.last?.header("x-client-current-telemetry") == "4|730,4|")
  }

  @Test(
    "vectors 13, 14 and a library's bug: no failure of a refresh loses a token that is still good",
    arguments: [
      StubTokenService.Answer.refusal(7_000_215, status: 400), .page(500), .page(503),
      .page(429, retryAfter: "30"), StubTokenService.Answer(failure: .reset),
      StubTokenService.Answer(failure: .timeout), StubTokenService.Answer(text: "<p>portal"),
    ])
  func failedRefresh(answer: StubTokenService.Answer) async throws {
    let bench = try await due(answer)
    let first = try await bench.client.acquireToken(for: [.microsoftGraph])
    // Some seconds on, with the failure behind it, the token is as good as before.
    for _ in 0..<10 {
      bench.time.advance(by: .seconds(1))
      #expect(try await bench.client.acquireToken(for: [.microsoftGraph]).text == "old")
    }
    #expect(bench.service.tokenRequests.count == 2)
    // Later it is tried again. The first try has to have ended by then, which nobody waits for.
    while bench.service.tokenRequests.count < 3, bench.time.now < first.expiresAt - 400 {
      bench.time.advance(by: .seconds(31))
      #expect(try await bench.client.acquireToken(for: [.microsoftGraph]).text == "old")
      for _ in 0..<1000 { await Task.yield() }
    }
    #expect(bench.service.tokenRequests.count == 3)
  }

  @Test("vector 15: a token too close to its end is no help where the service refuses")
  func ended() async throws {
    let bench = try ClientBench()
    bench.service.script(.token(expiresIn: 60), .refusal(700_016), .token("new"))
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    await #expect(throws: TokenError.self) {
      try await bench.client.acquireToken(for: [.microsoftGraph])
    }
    #expect(
      bench.service.tokenRequests.last?.header("x-client-current-telemetry") == "4|730,3|")
  }

  @Test("refreshes are put off by chance, never close to the token's end")
  func jitter() async throws {
    for (share, life, due) in [(1.0, 3599, 2100.0), (0.5, 3599, 1950), (1, 2200, 1850)] {
      let bench = try ClientBench(cache: TokenCache(random: { share }))
      bench.service.script(.token(expiresIn: life, refreshIn: 1800))
      _ = try await bench.client.acquireToken(for: [.microsoftGraph])
      bench.time.advance(by: .seconds(due - 1))
      _ = try await bench.client.acquireToken(for: [.microsoftGraph])
      bench.time.advance(by: .seconds(1))
      bench.service.hold()
      _ = try await bench.client.acquireToken(for: [.microsoftGraph])
      await bench.service.arrived(2)
      bench.service.release()
      #expect(bench.service.tokenRequests.count == 2)
    }
  }

  @Test("vector 83: two paths have two tokens, and a query without one hits neither")
  func paths() async throws {
    let bench = try ClientBench()
    var texts: [String] = []
    for path in ["a/b", "a/c", nil] {
      let options = AcquisitionOptions(fmiPath: path)
      let token = try await bench.client.acquireToken(for: [.microsoftGraph], options: options)
      #expect(bench.service.tokenRequests.last?.field("fmi_path") == path)
      let again = try await bench.client.acquireToken(for: [.microsoftGraph], options: options)
      #expect(again.text == token.text)
      texts.append(token.text)
    }
    #expect(Set(texts).count == 3)
    #expect(bench.service.tokenRequests.count == 3)
  }

  @Test("keeps no more tokens than it has room for, and those that last longest")
  func capacity() async throws {
    let bench = try ClientBench(cache: TokenCache(capacity: 16, random: { 0 }))
    for number in 0..<40 {
      bench.service.script(.token(expiresIn: 1000 + number))
      _ = try await bench.client.acquireToken(for: ClientBench.scopes("s\(number)"))
      #expect(bench.cache.count <= 16)
    }
    let last = try await bench.client.acquireToken(for: ClientBench.scopes("s39"))
    #expect(last.source == .cache)
    let first = try await bench.client.acquireToken(for: ClientBench.scopes("s0"))
    #expect(first.source == .network)
  }

  @Test("tokens that all end at once are not kept beyond the room either")
  func capacityOfEquals() async throws {
    let bench = try ClientBench(cache: TokenCache(capacity: 4, random: { 0 }))
    for number in 0..<20 {
      _ = try await bench.client.acquireToken(for: ClientBench.scopes("s\(number)"))
      #expect(bench.cache.count <= 4)
    }
  }

  @Test("neither the cache nor a token prints what it holds")
  func nothingPrinted() async throws {
    let bench = try ClientBench()
    bench.service.script(.token("very-secret-token"))
    let token = try await bench.client.acquireToken(for: [.microsoftGraph])
    var printed = "\(token) \(String(reflecting: token)) \(bench.cache)"
    dump(token, to: &printed)
    dump(bench.cache, to: &printed)
    dump(bench.client, to: &printed)
    #expect(!printed.contains("very-secret-token"))
    #expect(!printed.contains("hunter2"))
  }
}
