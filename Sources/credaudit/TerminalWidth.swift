import Foundation

/// How wide the terminal is.
enum TerminalWidth {
  /// The columns of the terminal on standard output, or 100 where there is none.
  static func current() -> Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 100 }
    return Int(size.ws_col)
  }
}
