/// A place in an inventory file.
package struct SourceLocation: Sendable, Hashable {
  /// The path as given, or as the including file names it.
  package let file: String
  /// From 1.
  package let line: Int
  /// From 1, in characters.
  package let column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}
