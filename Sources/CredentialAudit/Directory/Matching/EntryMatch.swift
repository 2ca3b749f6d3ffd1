/// Which of the directory's entries a declared credential is.
package enum EntryMatch: Sendable, Hashable {
  /// It is this one; by what it was known.
  case found(DirectoryEntry, by: String)
  /// It is one of these, and nothing tells which.
  case several([DirectoryEntry])
  /// The nearest one is not it, by the fields that are named.
  case differs(DirectoryEntry, fields: [String])
  /// The directory has none that it could be.
  case missing
  /// There is nothing to compare; the code that says why, and the same in words.
  case notComparable(code: String, String)

  /// The entries that belong to the credential, as far as one can tell; what differs was meant for it.
  package var entries: [DirectoryEntry] {
    switch self {
    case .found(let entry, _), .differs(let entry, _): [entry]
    case .several(let entries): entries
    case .missing, .notComparable: []
    }
  }
}
