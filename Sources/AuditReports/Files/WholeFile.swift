import Foundation

/// A file that is there whole or not at all: written beside its place, flushed to the disk, then
/// renamed. A full disk or a kill in the middle leaves the older file as it was.
struct WholeFile {
  let path: String
  /// Set whatever the umask says.
  let mode: mode_t
  /// Whose it is to be; nil for whoever writes it.
  var owner: (user: uid_t, group: gid_t)?
  /// By which option whoever reads of a failure can name another place.
  var destination = ReportDestination.reports

  /// Writes what the body sends.
  ///
  /// - Throws: ``ReportError``; whatever the body itself throws is its `run` case.
  func write(_ body: (@escaping ByteSink) throws -> Void) throws(ReportError) {
    let draft = try FileDraft(of: self)
    do {
      try body { chunk in try draft.send(chunk) }
    } catch {
      draft.discard()
      throw failure(error)
    }
    try draft.finish()
  }

  /// Writes a page beside the place and takes it away again.
  ///
  /// - Throws: ``ReportError``; what is at the place is not touched.
  func rehearse() throws(ReportError) {
    let draft = try FileDraft(of: self)
    defer { draft.discard() }
    try draft.send([UInt8](repeating: 0, count: 4_096))
    try draft.flush()
  }

  /// What was thrown while it was written, as a report's error.
  func failure(_ error: any Error) -> ReportError {
    error as? ReportError ?? .run(path: path, underlying: error)
  }

  /// Where the file is, and what it is called there.
  var folder: String { PartialFile.folder(of: path) }
}
