/// A file that cannot be merged. Nothing was written anywhere.
package struct MergeRefusal: Error, Sendable, Hashable {
  /// What is wrong with it.
  package enum Reason: Sendable, Hashable {
    /// It is the database that the others are to be merged into.
    case isTarget
    /// It cannot be opened, is not ours, is damaged, or a later version wrote it.
    case unusable(StoreError)
  }

  /// The file, as the user named it.
  package let path: String
  package let reason: Reason
}
