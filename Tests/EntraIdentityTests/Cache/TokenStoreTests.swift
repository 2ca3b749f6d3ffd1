import EntraIdentity
import Foundation
import Synchronization
import TestSupport
import Testing

/// A store in memory that fails where a test says so.
private final class StubStore: TokenCacheStore {
  struct Failed: Error {}
  private struct State {
    var records: [TokenPartition: [TokenRecord]] = [:]
    var failsToLoad = false
    var failsToSave = false
    var loads = 0
  }
  private let state = Mutex(State())

  var loads: Int { state.withLock { $0.loads } }
  var count: Int { state.withLock { $0.records.values.reduce(0) { $0 + $1.count } } }

  func fail(loading: Bool = false, saving: Bool = false) {
    state.withLock { ($0.failsToLoad, $0.failsToSave) = (loading, saving) }
  }

  func load(_ partition: TokenPartition) async throws -> [TokenRecord] {
    try state.withLock { state in
      state.loads += 1
      if state.failsToLoad { throw Failed() }
      return state.records[partition] ?? []
    }
  }

  func save(_ record: TokenRecord, in partition: TokenPartition) async throws {
    try state.withLock { state in
      if state.failsToSave { throw Failed() }
      state.records[partition, default: []].removeAll { $0.scopes == record.scopes }
      state.records[partition, default: []].append(record)
    }
  }

  func remove(environment: String, clientID: String, realm: String?) async throws {
    state.withLock { state in
      state.records = state.records.filter {
        $0.key.environment != environment || $0.key.clientID != clientID
          || (realm ?? $0.key.realm) != $0.key.realm
      }
    }
  }
}

@Suite("A cache that keeps tokens beyond the process") struct TokenStoreTests {
  private let store = StubStore()
  private let failures = Failures()

  private final class Failures: Sendable {
    private let number = Mutex(0)
    var count: Int { number.withLock(\.self) }
    func add() { number.withLock { $0 += 1 } }
  }

  private func bench() throws -> ClientBench {
    let failures = self.failures
    return try ClientBench(
      cache: TokenCache(store: store, random: { 0 }, onStoreFailure: { _ in failures.add() }))
  }

  @Test("finds what another process has stored, without any request")
  func found() async throws {
    let first = try await bench().client.acquireToken(for: [.microsoftGraph])
    let other = try bench()
    let token = try await other.client.acquireToken(for: [.microsoftGraph])
    #expect(token.text == first.text)
    #expect(token.source == .cache)
    #expect(other.service.requests.isEmpty)
  }

  @Test("asks the store for what is missing, and not for what it has")
  func loads() async throws {
    let bench = try bench()
    for _ in 0..<3 { _ = try await bench.client.acquireToken(for: [.microsoftGraph]) }
    #expect(store.loads == 1)
  }

  @Test("goes on without a store that cannot be read or written, and says so")
  func broken() async throws {
    let bench = try bench()
    store.fail(loading: true, saving: true)
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    #expect(failures.count == 2)
    #expect(try await bench.client.acquireToken(for: [.microsoftGraph]).source == .cache)
    #expect(store.count == 0)
  }

  @Test("an older token in the store takes no newer one's place")
  func older() async throws {
    let bench = try bench()
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    bench.time.advance(by: .seconds(60))
    store.fail(saving: true)
    let newer = try await bench.client.acquireToken(
      for: [.microsoftGraph], options: AcquisitionOptions(freshness: .forced))
    // Another scope is missed, and the whole partition is read.
    _ = try await bench.client.acquireToken(for: ClientBench.scopes("api://other/.default"))
    #expect(store.loads == 2)
    #expect(try await bench.client.acquireToken(for: [.microsoftGraph]).text == newer.text)
  }

  @Test("a token that has ended in the store is not handed out")
  func ended() async throws {
    let first = try bench()
    first.service.script(.token(expiresIn: 60))
    _ = try await first.client.acquireToken(for: [.microsoftGraph])
    #expect(try await bench().client.acquireToken(for: [.microsoftGraph]).source == .network)
  }

  @Test("removes from the store what it removes from memory")
  func removed() async throws {
    let bench = try bench()
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    _ = try await bench.client.acquireToken(
      for: [.microsoftGraph], tenant: TenantID(StubTokenService.otherTenant))
    await bench.client.removeTokens(tenant: TenantID(StubTokenService.otherTenant))
    #expect(store.count == 1)
    await bench.client.removeTokens()
    #expect(store.count == 0)
  }
}
