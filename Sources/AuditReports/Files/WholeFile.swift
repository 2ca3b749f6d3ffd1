import Foundation

/// A file that is there whole or not at all: written beside its place, flushed to the disk, then
/// renamed. A full disk or a kill in the middle leaves the older file as it was.
struct WholeFile {
  let path: String
  /// Set whatever the umask says.
  let mode: mode_t
  /// By which option whoever reads of a failure can name another place.
  var destination = ReportDestination.reports

  /// Writes what the body sends.
  ///
  /// - Throws: ``ReportError``; whatever the body itself throws is its `run` case.
  func write(_ body: (@escaping ByteSink) throws -> Void) throws(ReportError) {
    let (descriptor, temporary) = try create()
    do throws(ReportError) {
      try fill(descriptor, body)
      guard rename(temporary, path) == 0 else { throw failure(.rename) }
    } catch {
      unlink(temporary)
      throw error
    }
    flushFolder()
  }

  /// Writes a page beside the place and takes it away again.
  ///
  /// - Throws: ``ReportError``; what is at the place is not touched.
  func rehearse() throws(ReportError) {
    let (descriptor, temporary) = try create()
    defer { unlink(temporary) }
    try fill(descriptor) { sink in try sink([UInt8](repeating: 0, count: 4_096)) }
  }

  private func fill(
    _ descriptor: Int32, _ body: (@escaping ByteSink) throws -> Void
  ) throws(ReportError) {
    do {
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

  private func create() throws(ReportError) -> (Int32, String) {
    let word = String(UInt64.random(in: .min ... .max), radix: 36)
    let temporary = "\(folder)/.\(name).\(word).partial"
    // O_EXCL and O_NOFOLLOW: a link that somebody laid there beforehand is not written through.
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = open(temporary, flags, 0o600)
    guard descriptor >= 0 else { throw failure(.create) }
    return (descriptor, temporary)
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

  /// The path up to its last slash: the rename stays within one folder, so within one file system.
  var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private var name: Substring {
    path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
  }

  private func failure(_ step: ReportError.Step) -> ReportError {
    .file(path: path, step: step, code: errno, for: destination)
  }
}
