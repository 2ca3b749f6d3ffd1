import Foundation

/// A ``WholeFile`` while it is written, beside its place. It ends by ``finish()`` or ``discard()``.
struct FileDraft {
  private let file: WholeFile
  private let partial: PartialFile

  /// Makes it, empty, with the mode and the owner that the file is to have.
  init(of file: WholeFile) throws(ReportError) {
    self.file = file
    do throws(PartialFile.Failure) {
      partial = try PartialFile(beside: file.path)
    } catch {
      throw .file(path: file.path, step: .create, code: error.code, for: file.destination)
    }
    // The owner first: to change it takes some bits of a mode away.
    let isOwned = file.owner.map { fchown(partial.descriptor, $0.user, $0.group) == 0 } ?? true
    guard isOwned, fchmod(partial.descriptor, file.mode) == 0 else {
      let failure = failure(.write)
      discard()
      throw failure
    }
  }

  /// Writes on.
  func send(_ chunk: [UInt8]) throws(ReportError) {
    var rest = chunk[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes {
        Foundation.write(partial.descriptor, $0.baseAddress, $0.count)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw failure(.write) }
      rest = rest.dropFirst(written)
    }
  }

  /// Has what was sent on the disk.
  func flush() throws(ReportError) {
    guard fsync(partial.descriptor) == 0 else { throw failure(.write) }
  }

  /// Flushes it and gives it its place. Where that fails it is discarded.
  func finish() throws(ReportError) {
    do throws(ReportError) {
      try flush()
    } catch {
      discard()
      throw error
    }
    // Until it has its name, or is gone again, a sweep must see that somebody is at it.
    defer { partial.release() }
    do throws(ReportError) {
      // Some file systems (NFS, quotas) tell only here that there was no room.
      guard close(partial.descriptor) == 0 else { throw failure(.write) }
      guard rename(partial.path, file.path) == 0 else { throw failure(.rename) }
    } catch {
      unlink(partial.path)
      throw error
    }
    flushFolder()
  }

  /// Takes it away. What is at the place is not touched.
  func discard() {
    close(partial.descriptor)
    unlink(partial.path)
    partial.release()
  }

  /// A rename is on the disk only once its folder is. The file itself is whole either way, so a
  /// file system that cannot flush a folder is no failure.
  private func flushFolder() {
    let descriptor = open(file.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private func failure(_ step: ReportError.Step) -> ReportError {
    .file(path: file.path, step: step, code: errno, for: file.destination)
  }
}
