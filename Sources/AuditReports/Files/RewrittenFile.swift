import Foundation

/// A file that somebody keeps by hand and that gets new contents: whole or not at all, with the mode
/// and the owner that it had. Where it is a link, what it leads to is written and the link stays.
package struct RewrittenFile: Sendable {
  /// As it was named.
  package let path: String

  /// - Parameter path: Of a file that is there.
  package init(path: String) {
    self.path = path
  }

  /// Sees whether the file may be written: one that nobody may write, or not this user, is not replaced
  /// by another one, which only takes a folder that may be written.
  /// - Throws: ``ReportError``.
  package func check() throws(ReportError) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { throw failure(errno) }
    // To root every file is one that may be written, also where its owner wants nobody to.
    guard facts.st_mode & 0o222 != 0 else { throw failure(EACCES) }
    guard access(path, W_OK) == 0 else { throw failure(errno) }
  }

  /// Writes the new contents.
  /// - Parameters:
  ///   - bytes: All of them.
  ///   - old: What the file said when it was read. Where it says something else by now, somebody is at
  ///     it, and nothing is written.
  /// - Throws: ``ReportError``; the file is as it was then.
  package func write(_ bytes: [UInt8], inPlaceOf old: [UInt8]) throws(ReportError) {
    try check()
    guard let resolved = realpath(path, nil) else { throw failure(errno) }
    defer { free(resolved) }
    let place = String(cString: resolved)
    var facts = stat()
    guard stat(place, &facts) == 0 else { throw failure(errno) }
    guard let standing = FileManager.default.contents(atPath: place) else { throw failure(EACCES) }
    guard standing.elementsEqual(old) else { throw .changed(path: path) }
    let file = WholeFile(
      path: place, mode: facts.st_mode & 0o7777, owner: (facts.st_uid, facts.st_gid),
      destination: .inventory)
    try file.write { sink in try sink(bytes) }
  }

  private func failure(_ code: Int32) -> ReportError {
    .file(path: path, step: .write, code: code, for: .inventory)
  }
}
