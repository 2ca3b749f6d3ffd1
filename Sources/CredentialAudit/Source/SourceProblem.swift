/// Why a reference cannot be read: a stable word and a sentence that names variable, path or
/// program, never a value.
package struct SourceProblem: Error, Sendable, Hashable {
  /// The stable words.
  package enum Code: String, Sendable, Hashable, CaseIterable {
    case variableNotSet = "variable-not-set"
    case variableEmpty = "variable-empty"
    case fileNotFound = "file-not-found"
    case fileNotPermitted = "file-not-permitted"
    case fileNotRegular = "file-not-regular"
    case fileTooLarge = "file-too-large"
    case fileEmpty = "file-empty"
    case fileUnreadable = "file-unreadable"
    case notText = "not-text"
    case commandNotAllowed = "command-not-allowed"
    case commandNotStarted = "command-not-started"
    case commandFailed = "command-failed"
    case commandTimeout = "command-timeout"
    case commandCancelled = "command-cancelled"
    case commandOutputTooLarge = "command-output-too-large"
    case commandOutputEmpty = "command-output-empty"
  }

  package let code: Code
  package let detail: String
  package let hint: String?

  package init(_ code: Code, _ detail: String, hint: String? = nil) {
    self.code = code
    self.detail = detail
    self.hint = hint
  }
}
