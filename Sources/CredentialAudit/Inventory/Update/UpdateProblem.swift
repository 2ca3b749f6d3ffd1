/// Why nothing can be added to a file without touching its lines.
package struct UpdateProblem: Error, Sendable, Hashable {
  package let message: String
  package let hint: String

  init(_ message: String, hint: String) {
    self.message = message
    self.hint = hint
  }
}
