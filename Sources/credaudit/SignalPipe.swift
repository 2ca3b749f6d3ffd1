import Foundation

/// Carries signals out of the handler, in which next to nothing is allowed, to a thread of its own,
/// where everything is: the handler writes the signal's number into a pipe, the thread reads it.
enum SignalPipe {
  private static let ends: (read: Int32, write: Int32) = {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }()

  /// - Parameter receive: Called on the pipe's thread with each SIGINT and SIGTERM.
  static func open(_ receive: @escaping @Sendable (Int32) -> Void) {
    // Read here once, so that no handler is the first to make the pipe.
    let end = ends.read
    Thread.detachNewThread {
      var number: UInt8 = 0
      while true {
        let count = read(end, &number, 1)
        if count == 1 { receive(Int32(number)) }
        if count == 0 || (count < 0 && errno != EINTR) { return }
      }
    }
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(SignalPipe.ends.write, &byte, 1)
      }
    }
  }
}
