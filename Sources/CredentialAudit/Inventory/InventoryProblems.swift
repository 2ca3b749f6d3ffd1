/// Everything that is wrong with an inventory, in the order of its files and lines. It is thrown
/// whole, so that one look at the output is enough to mend the file.
package struct InventoryProblems: Error, Sendable, CustomStringConvertible {
  package let problems: [InventoryProblem]

  package init(_ problems: [InventoryProblem]) {
    self.problems = problems
  }

  /// One line each.
  package var lines: [String] { problems.map(\.line) }

  package var description: String { lines.joined(separator: "\n") }
}
