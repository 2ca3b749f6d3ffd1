package import Foundation
import Synchronization

/// Access tokens, found by cloud, application, tenant and scopes, and fetched once for all who want
/// them at the same time.
///
/// Several clients may share one. A hit and a miss cost the same however many tokens there are, a
/// token that is about to age is fetched anew in the background, and no failure of that takes away
/// one that is still good.
public final class TokenCache: Sendable {
  enum Purpose: Hashable { case miss, forced, refresh }
  /// What callers have in common who share one request. Clients that share a cache may have different
  /// credentials, and none is to hear how another's was refused.
  struct FlightKey: Hashable {
    let query: TokenQuery
    let purpose: Purpose
    let client: ObjectIdentifier?
  }

  private let memory: Mutex<TokenMemory>
  let flights = SingleFlight<FlightKey, Result<AcquiredToken, TokenError>>()
  private let store: (any TokenCacheStore)?
  private let onStoreFailure: @Sendable (any Error) -> Void

  /// Makes a cache.
  /// - Parameters:
  ///   - store: Where tokens are kept beyond the process; nil for in memory only.
  ///   - capacity: How many tokens are kept in memory; beyond that, the soonest to end go.
  ///   - random: Numbers from 0 to 1, by which refreshes are spread.
  ///   - onStoreFailure: Hears when the store fails; the cache goes on without it.
  public init(
    store: (any TokenCacheStore)? = nil, capacity: Int = 100_000,
    random: @escaping @Sendable () -> Double = { Double.random(in: 0...1) },
    onStoreFailure: @escaping @Sendable (any Error) -> Void = { _ in }
  ) {
    self.store = store
    self.onStoreFailure = onStoreFailure
    memory = Mutex(TokenMemory(capacity: capacity, random: random))
  }

  /// How many tokens are in memory, those that have ended included.
  public var count: Int { memory.withLock { $0.count } }

  /// The token for a query that is in memory now. Where it is due, this caller is the one who is to
  /// begin fetching the next.
  package func hit(_ query: TokenQuery, now: Date) -> TokenMemory.Hit? {
    memory.withLock { $0.find(query, now: now) }
  }

  /// Finds a token, or fetches it.
  /// - Parameters:
  ///   - query: Which token.
  ///   - client: Who asks, where clients of one application may have different credentials.
  ///   - freshness: How new it has to be.
  ///   - time: The clock.
  ///   - fetch: How it comes that is not here; asked for only where that is so.
  /// - Returns: The token.
  /// - Throws: ``TokenError``; what a fetch ended with reaches all who waited for it.
  func token(
    for query: TokenQuery, client: ObjectIdentifier? = nil,
    freshness: AcquisitionOptions.Freshness, time: any TimeSource,
    fetch: () throws(TokenError) -> TokenFetch
  ) async throws(TokenError) -> AcquiredToken {
    func key(_ purpose: Purpose) -> FlightKey {
      FlightKey(query: query, purpose: purpose, client: client)
    }
    if freshness == .cached, query.challenge == nil, let hit = hit(query, now: time.now) {
      if hit.isDue { refresh(key(.refresh), time, try fetch()) }
      return hit.token
    }
    let fetch = try fetch()
    let outcome: Result<AcquiredToken, TokenError>?
    switch freshness {
    case .live:
      outcome = await ask(.forced, fetch)
    case .forced,
      .cached where query.challenge != nil:
      outcome = await flights.value(for: key(.forced)) {
        await self.ask(.forced, fetch)
      }
    case .cached:
      outcome = await flights.value(for: key(.miss)) {
        await self.miss(query, time, fetch)
      }
    }
    guard let outcome else {
      throw .cancelled(host: query.partition.environment)
    }
    return try outcome.get()
  }

  /// Removes an application's tokens, from memory and from the store.
  func remove(environment: String, clientID: String, realm: String?) async {
    memory.withLock { $0.remove(environment: environment, clientID: clientID, realm: realm) }
    do {
      try await store?.remove(environment: environment, clientID: clientID, realm: realm)
    } catch {
      onStoreFailure(error)
    }
  }

  /// What is done once for all who miss the same token.
  private func miss(
    _ query: TokenQuery, _ time: any TimeSource, _ fetch: TokenFetch
  ) async -> Result<AcquiredToken, TokenError> {
    // Before anything is asked of the network: what is stored can be used without it.
    if let found = await stored(query, time) { return .success(found) }
    var query = query
    switch await fetch.resolve() {
    case .failure(let error): return .failure(error)
    case .success(let partition):
      if partition != query.partition {
        query.partition = partition
        if let found = await stored(query, time) { return .success(found) }
      }
    }
    let hasEnded = memory.withLock { $0.hasEnded(query) }
    return await ask(in: query.partition, hasEnded ? .expired : .absent, fetch)
  }

  /// A token in memory, where one has come in the meantime, or in the store.
  private func stored(_ query: TokenQuery, _ time: any TimeSource) async -> AcquiredToken? {
    if let hit = hit(query, now: time.now) { return hit.token }
    guard let store else { return nil }
    let generation = memory.withLock { $0.generation }
    do {
      let records = try await store.load(query.partition)
      memory.withLock { memory in
        guard memory.generation == generation else { return }
        // Where a token could not be saved, the store has an older one than the memory.
        for record in records where memory.isNewer(record, in: query.partition) {
          memory.put(record, in: query.partition, isRefresh: false)
        }
      }
    } catch {
      onStoreFailure(error)
    }
    return hit(query, now: time.now)?.token
  }

  /// Begins to fetch a token anew that is good for some time yet; nobody waits for it.
  private func refresh(_ key: FlightKey, _ time: any TimeSource, _ fetch: TokenFetch) {
    flights.start(key) {
      let outcome = await self.ask(.aging, fetch)
      if case .failure(let error) = outcome, let asked = error.retryAfter {
        self.memory.withLock { $0.postpone(key.query, until: time.now + asked / .seconds(1)) }
      }
      return outcome
    }
  }

  /// Asks for a token and keeps it.
  private func ask(
    _ reason: RefreshReason, _ fetch: TokenFetch
  ) async -> Result<AcquiredToken, TokenError> {
    switch await fetch.resolve() {
    case .failure(let error): .failure(error)
    case .success(let partition): await ask(in: partition, reason, fetch)
    }
  }

  private func ask(
    in partition: TokenPartition, _ reason: RefreshReason, _ fetch: TokenFetch
  ) async -> Result<AcquiredToken, TokenError> {
    let generation = memory.withLock { $0.generation }
    switch await fetch.request(reason) {
    case .failure(let error): return .failure(error)
    case .success(let record):
      let isRefresh = reason == .aging
      let isKept = memory.withLock { memory in
        // What was removed while it was asked for stays removed.
        guard memory.generation == generation else { return false }
        memory.put(record, in: partition, isRefresh: isRefresh)
        return true
      }
      if isKept { await save(record, in: partition) }
      return .success(AcquiredToken(record, source: isRefresh ? .proactiveRefresh : .network))
    }
  }

  private func save(_ record: TokenRecord, in partition: TokenPartition) async {
    do {
      try await store?.save(record, in: partition)
    } catch {
      onStoreFailure(error)
    }
  }
}
