import Foundation

/// A stream of the process that somebody may have led into a file, a pipe or a full disk.
struct StandardStream: Sendable {
  let descriptor: Int32

  /// Why a text did not get out whole; `code` is the system's errno.
  struct Failure: Error {
    let code: Int32

    var reason: String { String(cString: strerror(code)).lowercased() }
  }

  /// Writes a text whole. A reader that went away (`| head`) has had what it wanted; whatever else
  /// goes wrong is thrown, for half a report must not pass for a whole one.
  func write(_ text: String) throws(Failure) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      guard count < 0 else {
        bytes = bytes.dropFirst(count)
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN: waitForRoom()
      case EPIPE: return
      default: throw Failure(code: errno)
      }
    }
  }

  /// A program that shares the pipe may have made it one whose writers are not kept waiting.
  private func waitForRoom() {
    var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&room, 1, -1)
  }
}
