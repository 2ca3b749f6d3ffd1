import Crypto
import Foundation

/// The parts of one run: what was looked at under one name, in as many parts, with the same filters.
package struct ShardGroup: Sendable, Hashable {
  /// As whoever started the parts named it.
  package let name: String
  /// How many parts there are.
  package let count: Int
  package let offline: Bool
  /// What the run as a whole was asked for.
  package let scope: RunScope

  /// The group that a part belongs to.
  /// - Returns: Nil where the run is no part, or nobody named its group.
  package init?(_ scope: RunScope, offline: Bool) {
    guard let shard = scope.shard.flatMap(Shard.init), let name = scope.shardGroup else {
      return nil
    }
    self.init(name: name, count: shard.count, offline: offline, scope: scope)
  }

  /// A group by what its parts have in common; which part a scope names is left out.
  package init(name: String, count: Int, offline: Bool, scope: RunScope) {
    self.name = name
    self.count = count
    self.offline = offline
    var whole = scope
    whole.shard = nil
    whole.shardGroup = name
    self.scope = whole
  }

  /// The id of the run that the parts make: a UUID of version 8 (RFC 9562, section 5.8) by the group's
  /// SHA-256, so that it is the same whoever puts them together, when and in which order.
  package var runID: String {
    var hash = SHA256()
    let lists = [scope.tenants, scope.applications, scope.owners, scope.tags]
    let words = ["credaudit shard group", name, String(count), offline ? "offline" : "live"]
    // Each with its length: no two groups write the same bytes.
    for word in words + lists.flatMap({ [String($0.count)] + $0 }) {
      hash.update(data: Array("\(word.utf8.count):\(word)".utf8))
    }
    var bytes = Array(hash.finalize().prefix(16))
    bytes[6] = bytes[6] & 0x0f | 0x80
    bytes[8] = bytes[8] & 0x3f | 0x80
    let digits = bytes.map { byte in
      String(byte >> 4, radix: 16) + String(byte & 0x0f, radix: 16)
    }
    return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }
      .joined(separator: "-")
  }
}
