import Crypto

/// One of several parts of an inventory, each looked at by a process of its own. A tenant is in the
/// same part whatever else is in the inventory, so that its limits stay in one place and its history
/// in one database.
package struct Shard: Sendable, Hashable {
  /// No estate needs more, and a larger number is a typing mistake.
  package static let most = 10_000

  /// From 1.
  package let index: Int
  package let count: Int

  /// - Returns: Nil where the index is not between 1 and the count, or the count is too large.
  package init?(index: Int, count: Int) {
    guard (1...Self.most).contains(count), (1...count).contains(index) else { return nil }
    self.index = index
    self.count = count
  }

  /// Reads `I/N`.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      let index = Int(parts[0]), let count = Int(parts[1])
    else { return nil }
    self.init(index: index, count: count)
  }

  /// `I/N`.
  package var text: String { "\(index)/\(count)" }

  /// Whether a tenant of that name is in this part: by its name's SHA-256, which every machine and
  /// every version computes alike.
  package func holds(tenant: String) -> Bool {
    Self.index(ofTenant: tenant, count: count) == index
  }

  /// Of so many parts, the one that a tenant of that name is in; from 1.
  package static func index(ofTenant tenant: String, count: Int) -> Int {
    let number = SHA256.hash(data: Array(tenant.utf8)).prefix(8).reduce(UInt64(0)) {
      $0 << 8 | UInt64($1)
    }
    return Int(number % UInt64(count)) + 1
  }
}
