import Foundation
import Synchronization

/// Key sets that were read already, by their bytes. All tenants of a cloud publish the same keys, and
/// to judge and load these takes longer than to compare the documents.
package final class ReadKeySets: Sendable {
  /// More than there are clouds; what servers of all kinds publish must not fill the memory.
  private static let capacity = 16
  /// A cloud's set is some 20 KiB; a larger one is read each time.
  private static let largest = 64 << 10

  /// Few enough that comparing takes less than hashing.
  private let known = Mutex<[(json: [UInt8], set: KeySet)]>([])

  /// Nothing was read yet.
  package init() {}

  /// Reads a key set, or takes the one that the same bytes gave.
  /// - Parameter json: The document.
  /// - Returns: The set.
  /// - Throws: ``KeySetProblem`` where it is not a key set at all.
  func keySet(json: [UInt8]) throws(KeySetProblem) -> KeySet {
    if let set = known(json) { return set }
    let set = try KeySet(json: json)
    guard json.count <= Self.largest else { return set }
    known.withLock { known in
      // Another may have read it meanwhile.
      guard !known.contains(where: { Self.isSame($0.json, json) }) else { return }
      if known.count >= Self.capacity { known.removeFirst() }
      known.append((json, set))
    }
    return set
  }

  /// The set that the same bytes gave before.
  /// - Parameter json: The document.
  /// - Returns: The set; nil where these bytes were not read yet.
  func known(_ json: [UInt8]) -> KeySet? {
    known.withLock { known in known.first { Self.isSame($0.json, json) }?.set }
  }

  private static func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    let count = one.count
    return count == other.count
      && one.withUnsafeBytes { one in
        other.withUnsafeBytes { other in
          guard let one = one.baseAddress, let other = other.baseAddress else { return true }
          return memcmp(one, other, count) == 0
        }
      }
  }
}
