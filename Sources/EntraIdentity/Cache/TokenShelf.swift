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

  private var entries: [Int: Entry] = [:]
  private var byRequest: [[String]: Int] = [:]
  private var byScope: [String: Set<Int>] = [:]
  private var lastNumber = 0

  var count: Int { entries.count }
  var records: [TokenRecord] { entries.keys.sorted().compactMap { entries[$0]?.record } }

  /// The token that answers a request: one that was fetched by the same request, or one that was
  /// granted all of its scopes. Scopes are compared as they are written: resources may tell
  /// `api` from `API`. Without scopes only a request without scopes is the same.
  /// - Parameters:
  ///   - scopes: The scopes, sorted.
  ///   - now: The time.
  /// - Returns: The number by which the entry can be reached, or nil.
  func find(_ scopes: [String], now: Date) -> Int? {
    if let number = byRequest[scopes], entries[number]?.record.isUsable(at: now) == true {
      return number
    }
    guard let first = scopes.first else { return nil }
    // The scope that the fewest tokens have leaves the fewest to look at.
    var fewest = byScope[first] ?? []
    for scope in scopes.dropFirst() {
      guard let others = byScope[scope] else { return nil }
      if others.count < fewest.count { fewest = others }
    }
    return fewest.first { number in
      guard let record = entries[number]?.record, record.isUsable(at: now) else { return false }
      return scopes.count == 1 || Set(record.scopes).isSuperset(of: scopes)
    }
  }

  /// Whether there is a token for the scopes that has ended or is about to.
  func hasEnded(_ scopes: [String]) -> Bool { byRequest[scopes] != nil }

  subscript(_ number: Int) -> Entry? {
    get { entries[number] }
    set { if let newValue, entries[number] != nil { entries[number] = newValue } }
  }

  /// Puts a token in the place of what the same request brought before.
  mutating func put(_ entry: Entry) {
    if let former = byRequest[entry.record.requestedScopes] { remove(former) }
    lastNumber += 1
    entries[lastNumber] = entry
    byRequest[entry.record.requestedScopes] = lastNumber
    for scope in entry.record.scopes { byScope[scope, default: []].insert(lastNumber) }
  }

  /// Takes out the tokens whose end is one of those meant.
  mutating func removeAll(where isOver: (Date) -> Bool) {
    for (number, entry) in entries where isOver(entry.record.expiresOn) { remove(number) }
  }

  private mutating func remove(_ number: Int) {
    guard let entry = entries.removeValue(forKey: number) else { return }
    if byRequest[entry.record.requestedScopes] == number {
      byRequest[entry.record.requestedScopes] = nil
    }
    for scope in entry.record.scopes {
      byScope[scope]?.remove(number)
      if byScope[scope]?.isEmpty == true { byScope[scope] = nil }
    }
  }
}
