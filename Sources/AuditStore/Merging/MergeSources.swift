import CredentialAudit
import Foundation

/// Databases that are to be merged, looked at as far as that goes without opening them: each is a file
/// of ours that this version knows how to read.
package struct MergeSources: Sendable {
  /// One of the files.
  struct File: Sendable, Hashable {
    /// As the user named it; the first name, where it has several.
    let given: String
    /// Absolute and without links.
    let path: String
  }

  /// The database that they are to be merged into, as the user named it.
  package let target: String
  /// Each file once, however often and under however many names it was given.
  let files: [File]

  /// Looks at the files.
  /// - Parameters:
  ///   - paths: The files.
  ///   - target: The database that they are to be merged into; it need not exist, nor its folder.
  /// - Throws: ``MergeRefusal`` for the first file that cannot be merged.
  package init(_ paths: [String], into target: String) throws(MergeRefusal) {
    let place = DatabaseLocation.real(target)
    var files: [File] = []
    for given in paths {
      guard let path = DatabaseLocation.real(given) else {
        throw MergeRefusal(given, .cannotOpen)
      }
      guard path != place else { throw MergeRefusal(path: given, reason: .isTarget) }
      if files.contains(where: { $0.path == path }) { continue }
      try DatabaseHeader(path, given: given).verify()
      files.append(File(given: given, path: path))
    }
    self.target = target
    self.files = files
  }
}

extension MergeRefusal {
  init(_ given: String, _ kind: StoreError.Kind) {
    self.init(StoreError(kind, path: given))
  }

  /// An error of one of the files, which names it.
  init(_ error: StoreError) {
    path = error.path
    reason = .unusable(error)
  }
}
