import Foundation

/// The right to read, change and write a cache file: one holder at a time, among processes and among
/// the tasks of one. The kernel takes it back when the process ends, however it ends.
struct CacheFileLock: Sendable {
  private let descriptor: Int32

  private static let firstPause = Duration.milliseconds(5)
  private static let longestPause = Duration.milliseconds(100)

  /// Waits for the lock, without holding a thread meanwhile.
  /// - Parameters:
  ///   - path: The cache file; the lock is beside it, for a file that is replaced cannot be locked.
  ///   - timeout: The longest that is waited.
  ///   - time: The clock.
  /// - Returns: The lock, which has to be released.
  /// - Throws: ``UnifiedCacheProblem/Code/locked`` and ``UnifiedCacheProblem/Code/unwritable``.
  static func acquire(
    _ path: String, timeout: Duration, time: any TimeSource
  ) async throws(UnifiedCacheProblem) -> CacheFileLock {
    // O_NOFOLLOW: a link that somebody laid there would have its target created.
    let descriptor = open(
      path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { throw failure(path, errno) }
    let lock = CacheFileLock(descriptor: descriptor)
    var (pause, waited) = (firstPause, Duration.zero)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      if code == EINTR { continue }
      guard code == EWOULDBLOCK else {
        lock.release()
        throw failure(path, code)
      }
      guard waited < timeout, (try? await time.sleep(for: pause)) != nil else {
        lock.release()
        throw UnifiedCacheProblem(.locked, path: path)
      }
      waited += pause
      pause = min(pause * 2, longestPause)
    }
    return lock
  }

  /// Gives the lock back. Its file stays: were it removed, two processes could each hold a lock on a
  /// file of that name.
  func release() {
    // A child that is being started has a copy of the descriptor for a moment, and with it the lock.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  private static func failure(_ path: String, _ code: Int32) -> UnifiedCacheProblem {
    UnifiedCacheProblem(
      .unwritable, path: path, detail: "its lock: " + String(cString: strerror(code)).lowercased())
  }
}
