extension SubjectName: Comparable {
  /// Reads `tenant` or `tenant/application/credential`; nil for any other form.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    switch parts.count {
    case 1: self = .authority(tenant: parts[0])
    case 3: self = .credential(tenant: parts[0], application: parts[1], credential: parts[2])
    default: return nil
    }
  }

  /// Nil for an authority.
  package var application: String? { parts.dropFirst().first }
  /// Nil for an authority.
  package var credential: String? { parts.dropFirst(2).first }

  /// An authority before what depends on it.
  package static func < (lhs: SubjectName, rhs: SubjectName) -> Bool {
    lhs.parts.lexicographicallyPrecedes(rhs.parts)
  }
}
