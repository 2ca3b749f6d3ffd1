import Foundation

/// All tokens of a cache, on one shelf for each partition.
package struct TokenMemory {
  /// A token that was found, and whether the next one is to be fetched now.
  package struct Hit: Sendable {
    let token: AcquiredToken
    let isDue: Bool
  }

  private let capacity: Int
  private let random: @Sendable () -> Double
  private var shelves: [TokenPartition: TokenShelf] = [:]
  private(set) var count = 0
  /// Goes up whenever tokens are removed on purpose.
  private(set) var generation = 0

  /// The pause before a refresh that failed, or that has just begun, is tried again.
  private static let refreshPause: TimeInterval = 30
  /// The most by which a refresh is put off, so that a hundred processes that were started together
  /// do not all come back in the same second.
  private static let longestJitter: TimeInterval = 300

  init(capacity: Int, random: @escaping @Sendable () -> Double) {
    self.capacity = max(1, capacity)
    self.random = random
  }

  /// Finds a token. Where it is due, the caller who hears so fetches the next one; others do not
  /// hear it for a while.
  mutating func find(_ query: TokenQuery, now: Date) -> Hit? {
    guard let entry = shelves[query.partition]?.find(query.scopes, now: now) else { return nil }
    let isDue = entry.refreshAt.map { $0 <= now } ?? false
    if isDue {
      shelves[query.partition]?.plan(refreshAt: now + Self.refreshPause, of: entry.record)
    }
    let source: AcquiredToken.Source = entry.isRefresh ? .proactiveRefresh : .cache
    return Hit(token: AcquiredToken(entry.record, source: source), isDue: isDue)
  }

  /// Whether there is a token that has ended or is about to.
  func hasEnded(_ query: TokenQuery) -> Bool {
    shelves[query.partition]?.hasEnded(query.scopes) ?? false
  }

  /// Puts a refresh off that the service does not want yet.
  mutating func postpone(_ query: TokenQuery, until moment: Date) {
    guard let entry = shelves[query.partition]?.find(query.scopes, now: .distantPast),
      let planned = entry.refreshAt, planned < moment
    else { return }
    shelves[query.partition]?.plan(refreshAt: moment, of: entry.record)
  }

  /// Whether a token came later than what the same request brought before.
  func isNewer(_ record: TokenRecord, in partition: TokenPartition) -> Bool {
    guard let known = shelves[partition]?.entry(for: record.requestedScopes) else { return true }
    return known.record.cachedAt < record.cachedAt
  }

  mutating func put(_ record: TokenRecord, in partition: TokenPartition, isRefresh: Bool) {
    var entry = TokenShelf.Entry(record: record, isRefresh: isRefresh, refreshAt: nil)
    if let refreshOn = record.refreshOn {
      // Never so late that the token would be too close to its end.
      let room = max(0, record.expiresOn.timeIntervalSince(refreshOn) - TokenRecord.skew) / 2
      entry.refreshAt = refreshOn + min(Self.longestJitter, room) * min(1, max(0, random()))
    }
    let before = shelves[partition]?.count ?? 0
    shelves[partition, default: TokenShelf()].put(entry)
    count += (shelves[partition]?.count ?? 0) - before
    if count > capacity { makeRoom(at: record.cachedAt) }
  }

  mutating func remove(environment: String, clientID: String, realm: String?) {
    generation += 1
    for partition in shelves.keys
    where partition.environment == environment && partition.clientID == clientID
      && (realm ?? partition.realm) == partition.realm
    {
      count -= shelves.removeValue(forKey: partition)?.count ?? 0
    }
  }

  /// Takes out what has ended, and where that is not enough, an eighth of what ends soonest: a
  /// token at a time would mean to look at all of them for each.
  private mutating func makeRoom(at now: Date) {
    removeAll { $0 <= now }
    guard count > capacity else { return }
    let ends = shelves.values.flatMap { $0.records.map(\.expiresOn) }.sorted()
    let limit = ends[min(ends.count - 1, ends.count - capacity + capacity / 8)]
    removeAll { $0 < limit }
    // Tokens that all end at the same moment are no reason to keep more than there is room for.
    if count > capacity { removeAll { _ in true } }
  }

  private mutating func removeAll(where isOver: (Date) -> Bool) {
    for partition in shelves.keys {
      shelves[partition]?.removeAll(where: isOver)
      if shelves[partition]?.count == 0 { shelves[partition] = nil }
    }
    count = shelves.values.reduce(0) { $0 + $1.count }
  }
}
