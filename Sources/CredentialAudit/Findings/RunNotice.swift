/// Something that the reader of a run should know and that is no verdict on a subject.
package struct RunNotice: Sendable, Hashable, Codable {
  /// A stable kebab-case word.
  package let code: String
  package let message: String

  package init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}
