import Foundation

/// Where the command speaks: data to standard output, talk to standard error.
struct Console: Sendable {
  /// Takes a text whole, or says why it could not.
  typealias Sink = @Sendable (String) throws(StandardStream.Failure) -> Void

  private let output: Sink
  private let error: Sink
  /// Whether a person looks at standard output.
  let isOutputTerminal: Bool
  /// Whether a person looks at standard error.
  let isErrorTerminal: Bool
  /// How wide the terminal is, in columns.
  let columns: Int

  init(
    output: @escaping Sink, error: @escaping Sink, isOutputTerminal: Bool = false,
    isErrorTerminal: Bool = false, columns: Int = TerminalWidth.unknown
  ) {
    self.output = output
    self.error = error
    self.isOutputTerminal = isOutputTerminal
    self.isErrorTerminal = isErrorTerminal
    self.columns = columns
  }

  /// The process' own streams.
  static let process = Console(
    output: StandardStream(descriptor: STDOUT_FILENO).write,
    error: StandardStream(descriptor: STDERR_FILENO).write,
    isOutputTerminal: isatty(STDOUT_FILENO) == 1, isErrorTerminal: isatty(STDERR_FILENO) == 1,
    columns: TerminalWidth.current())

  /// Writes data to standard output.
  func write(_ text: String) throws(StandardStream.Failure) {
    try output(text)
  }

  /// Writes talk to standard error. Where that cannot be written there is nobody left to tell.
  func say(_ text: String) {
    try? error(text)
  }

  /// Says what went wrong and what to do, in the command's voice.
  func complain(_ message: String, hint: String? = nil) {
    say("credaudit: error: \(message)\n")
    if let hint { say("credaudit: hint: \(hint)\n") }
  }
}
