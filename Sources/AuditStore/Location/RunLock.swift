import Foundation

/// The right to run on a database: one run at a time. The kernel takes it back when the process
/// ends, however it ends, so that a killed run blocks nobody.
package final class RunLock: Sendable {
  /// Why there is no lock.
  package enum Failure: Error, Sendable, Hashable {
    /// Try later: cron's temporary failure.
    case held(LockHeld)
    /// The lock file cannot be made or locked.
    case unavailable(StoreError)
  }

  let location: DatabaseLocation
  private let descriptor: Int32

  /// Takes the lock of a database, which need not exist yet; its folder must.
  package init(database path: String) throws(Failure) {
    let location: DatabaseLocation
    do { location = try DatabaseLocation(path) } catch { throw .unavailable(error) }
    // Not on the database itself: SQLite keeps locks of its own there. O_NOFOLLOW, because a planted
    // link would have us truncate its target.
    let descriptor = open(
      location.path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { throw .unavailable(StoreError(errno: errno, path: path)) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let failure = errno
      let holder = Self.holder(descriptor)
      close(descriptor)
      guard failure == EWOULDBLOCK else {
        throw .unavailable(StoreError(errno: failure, path: path))
      }
      throw .held(LockHeld(path: path, pid: holder))
    }
    // The number is a courtesy to whoever waits; a full disk may take it without harm.
    fchmod(descriptor, 0o600)
    ftruncate(descriptor, 0)
    let text = "\(getpid())\n"
    _ = text.withCString { pwrite(descriptor, $0, text.utf8.count, 0) }
    self.location = location
    self.descriptor = descriptor
  }

  deinit {
    // The file stays: were it removed, two runs could each hold a lock on a file of that name.
    ftruncate(descriptor, 0)
    // A child that is being started has a copy of the descriptor for a moment, and with it the lock.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// The process that wrote its number into a lock file.
  static func holder(_ descriptor: Int32) -> Int32? {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    let line = bytes[..<count].prefix { $0 != 0x0a }
    return Int32(String(decoding: line, as: UTF8.self)).flatMap { $0 > 0 ? $0 : nil }
  }
}
