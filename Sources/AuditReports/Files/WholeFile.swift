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
    let partial = try create()
    // Until it has its name, or is gone again, a sweep must see that somebody is at it.
    defer { partial.release() }
    do throws(ReportError) {
      try fill(partial.descriptor, body)
      guard rename(partial.path, path) == 0 else { throw failure(.rename) }
    } catch {
      unlink(partial.path)
      throw error
    }
    flushFolder()
  }

  /// Writes a page beside the place and takes it away again.
  ///
  /// - Throws: ``ReportError``; what is at the place is not touched.
  func rehearse() throws(ReportError) {
    let partial = try create()
    defer {
      unlink(partial.path)
      partial.release()
    }
    try fill(partial.descriptor) { sink in try sink([UInt8](repeating: 0, count: 4_096)) }
  }

  private func fill(
    _ descriptor: Int32, _ body: (@escaping ByteSink) throws -> Void
  ) throws(ReportError) {
    do {
      // The owner first: to change it takes some bits of a mode away.
      if let owner {
        guard fchown(descriptor, owner.user, owner.group) == 0 else { throw failure(.write) }
      }
      guard fchmod(descriptor, mode) == 0 else { throw failure(.write) }
      try body { chunk in try send(chunk, to: descriptor) }
      guard fsync(descriptor) == 0 else { throw failure(.write) }
    } catch {
      close(descriptor)
      throw error as? ReportError ?? .run(path: path, underlying: error)
    }
    // Some file systems (NFS, quotas) tell only here that there was no room.
    guard close(descriptor) == 0 else { throw failure(.write) }
  }

  private func create() throws(ReportError) -> PartialFile {
    do throws(PartialFile.Failure) {
      return try PartialFile(beside: path)
    } catch {
      throw .file(path: path, step: .create, code: error.code, for: destination)
    }
  }

  private func send(_ chunk: [UInt8], to descriptor: Int32) throws(ReportError) {
    var rest = chunk[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw failure(.write) }
      rest = rest.dropFirst(written)
    }
  }

  /// A rename is on the disk only once its folder is. The file itself is whole either way, so a
  /// file system that cannot flush a folder is no failure.
  private func flushFolder() {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Where the file is, and what it is called there.
  var folder: String { PartialFile.folder(of: path) }

  private func failure(_ step: ReportError.Step) -> ReportError {
    .file(path: path, step: step, code: errno, for: destination)
  }
}
