/// One question asked of a credential that only the directory knows: a value, pure, without clock or
/// network. Its words are those of the check with the same id.
package struct EntryCheck: Sendable {
  package let id: CheckID
  /// Answers it.
  package let evaluate: @Sendable (EntryObservation) -> [Finding]
}
