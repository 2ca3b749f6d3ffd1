import Foundation

/// How wide the terminal is.
enum TerminalWidth {
  /// Where nobody tells.
  static let unknown = 100

  /// The columns of the terminal on standard output.
  static func current() -> Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else {
      return unknown
    }
    return Int(size.ws_col)
  }
}
