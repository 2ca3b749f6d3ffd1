import EntraIdentity

extension FuzzTarget {
  /// A key set names no key twice, and finds each that it names.
  static let keys = FuzzTarget { bytes in
    guard let set = try? KeySet(json: bytes) else { return }
    precondition(Set(set.usable.map(\.keyID)).count == set.usable.count)
    for entry in set.usable {
      precondition(!entry.keyID.isEmpty)
      precondition(set.key(kid: entry.keyID) != nil)
    }
  }
}
