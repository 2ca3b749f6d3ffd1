import Foundation
import Synchronization

/// Where the command speaks: data to standard output, talk to standard error. A test takes what was
/// said instead of the terminal.
final class Console: Sendable {
  /// Where the bytes go.
  private enum Sink {
    case process
    case capture
  }

  private let sink: Sink
  private let captured = Mutex((output: "", error: ""))
  /// Whether a person looks at standard output.
  let isOutputTerminal: Bool
  /// Whether a person looks at standard error.
  let isErrorTerminal: Bool
  /// How wide the terminal is, in columns.
  let columns: Int

  private init(sink: Sink, isOutputTerminal: Bool, isErrorTerminal: Bool, columns: Int) {
    self.sink = sink
    self.isOutputTerminal = isOutputTerminal
    self.isErrorTerminal = isErrorTerminal
    self.columns = columns
  }

  /// The process' own streams.
  static let process = Console(
    sink: .process, isOutputTerminal: isatty(STDOUT_FILENO) == 1,
    isErrorTerminal: isatty(STDERR_FILENO) == 1, columns: TerminalWidth.current())

  /// A console that remembers.
  static func capturing() -> Console {
    Console(sink: .capture, isOutputTerminal: false, isErrorTerminal: false, columns: 100)
  }

  var output: String { captured.withLock { $0.output } }
  var error: String { captured.withLock { $0.error } }

  /// Writes data to standard output.
  func write(_ text: String) {
    switch sink {
    case .process: Self.write(text, to: STDOUT_FILENO)
    case .capture: captured.withLock { $0.output += text }
    }
  }

  /// Writes talk to standard error.
  func say(_ text: String) {
    switch sink {
    case .process: Self.write(text, to: STDERR_FILENO)
    case .capture: captured.withLock { $0.error += text }
    }
  }

  /// Says what went wrong and what to do, in the command's voice.
  func complain(_ message: String, hint: String? = nil) {
    say("credaudit: error: \(message)\n")
    if let hint { say("credaudit: hint: \(hint)\n") }
  }

  /// Whole or not at all: a reader that went away (`| head`) is no reason to fail.
  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
