import Foundation

/// Keeps runs from beginning on a database while it is copied, and tells where one is under way. A
/// database without a lock file was copied from elsewhere: nobody runs on it.
final class SourceLock {
  private let descriptor: Int32

  /// - Throws: ``RunLock/Failure/held(_:)`` where a run is under way.
  init(_ file: MergeSources.File) throws(RunLock.Failure) {
    descriptor = open(
      file.path + ".lock", O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0, flock(descriptor, LOCK_SH | LOCK_NB) != 0, errno == EWOULDBLOCK else {
      return
    }
    throw .held(LockHeld(path: file.given, pid: RunLock.holder(descriptor)))
  }

  deinit {
    guard descriptor >= 0 else { return }
    // A child that is being started may have a copy of the descriptor, and with it the lock.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
