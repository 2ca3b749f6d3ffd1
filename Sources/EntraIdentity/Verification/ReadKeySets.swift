import Synchronization

/// Key sets that were read already, by their bytes. All tenants of a cloud publish the same keys, and
/// to judge and load these takes longer than to compare the documents.
package final class ReadKeySets: Sendable {
  /// More than there are clouds; what servers of all kinds publish must not fill the memory.
  private static let capacity = 16
  /// A cloud's set is some 20 KiB; a larger one is read each time.
  private static let largest = 64 << 10

  private let known = Mutex<[[UInt8]: KeySet]>([:])

  /// Nothing was read yet.
  package init() {}

  /// Reads a key set, or takes the one that the same bytes gave.
  /// - Parameter json: The document.
  /// - Returns: The set.
  /// - Throws: ``KeySetProblem`` where it is not a key set at all.
  func keySet(json: [UInt8]) throws(KeySetProblem) -> KeySet {
    guard json.count <= Self.largest else { return try KeySet(json: json) }
    if let set = known.withLock({ $0[json] }) { return set }
    let set = try KeySet(json: json)
    known.withLock { known in
      if known.count >= Self.capacity { known.removeAll() }
      known[json] = set
    }
    return set
  }
}
