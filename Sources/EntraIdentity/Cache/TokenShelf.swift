import Foundation

/// The tokens of one partition, found by scope without looking at all of them.
struct TokenShelf {
  /// A token with what only this process knows of it.
  struct Entry {
    let record: TokenRecord
    /// Whether it was fetched in the background.
    let isRefresh: Bool
    /// When the next one is to be fetched in the background; nil for never.
    var refreshAt: Date?
  }

  /// By the scopes that were asked for, sorted.
  private var entries: [[String]: Entry] = [:]
  /// For each scope what was asked for where it was granted.
  private var byScope: [String: Set<[String]>] = [:]

  var count: Int { entries.count }
  var records: [TokenRecord] { entries.values.map(\.record) }

  /// The token that answers a request: one that was fetched by the same request, or one that was
  /// granted all of its scopes. Scopes are compared as they are written: resources may tell
  /// `api` from `API`. Without scopes only a request without scopes is the same.
  /// - Parameters:
  ///   - scopes: The scopes, sorted.
  ///   - now: The time.
  /// - Returns: The entry, or nil.
  func find(_ scopes: [String], now: Date) -> Entry? {
    if let entry = entries[scopes], entry.record.isUsable(at: now) { return entry }
    guard let first = scopes.first else { return nil }
    // The scope that the fewest tokens have leaves the fewest to look at.
    var fewest = byScope[first] ?? []
    for scope in scopes.dropFirst() {
      guard let others = byScope[scope] else { return nil }
      if others.count < fewest.count { fewest = others }
    }
    for request in fewest {
      guard let entry = entries[request], entry.record.isUsable(at: now) else { continue }
      if scopes.count == 1 || Set(entry.record.scopes).isSuperset(of: scopes) { return entry }
    }
    return nil
  }

  /// What the same request brought, ended or not.
  func entry(for scopes: [String]) -> Entry? { entries[scopes] }

  /// Whether there is a token for the scopes that has ended or is about to.
  func hasEnded(_ scopes: [String]) -> Bool { entries[scopes] != nil }

  /// Puts a token in the place of what the same request brought before.
  mutating func put(_ entry: Entry) {
    let request = entry.record.requestedScopes
    remove(request)
    entries[request] = entry
    for scope in entry.record.scopes { byScope[scope, default: []].insert(request) }
  }

  /// Says when the next token is to be fetched in a token's place.
  mutating func plan(refreshAt moment: Date, of record: TokenRecord) {
    entries[record.requestedScopes]?.refreshAt = moment
  }

  /// Takes out the tokens whose end is one of those meant.
  mutating func removeAll(where isOver: (Date) -> Bool) {
    for (request, entry) in entries where isOver(entry.record.expiresOn) { remove(request) }
  }

  private mutating func remove(_ request: [String]) {
    guard let entry = entries.removeValue(forKey: request) else { return }
    for scope in entry.record.scopes {
      byScope[scope]?.remove(request)
      if byScope[scope]?.isEmpty == true { byScope[scope] = nil }
    }
  }
}
