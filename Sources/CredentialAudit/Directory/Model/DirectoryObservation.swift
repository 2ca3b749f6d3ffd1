/// What came of reading a tenant's directory.
package enum DirectoryObservation: Sendable {
  /// It was read to its end.
  case read(DirectorySnapshot)
  /// It was not; nothing that was read until then is told, for half of it would look like all.
  case failed(DirectoryFailure)
  /// It was not asked; the code that says why.
  case notRead(code: String)
}
