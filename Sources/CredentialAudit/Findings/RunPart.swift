/// What a report of one customer or team is a part of. What its scope names is what was asked for of
/// the report; the run's own scope names others.
package struct RunPart: Sendable, Hashable {
  /// Whether the run itself had looked at a part of the inventory only.
  package let isOfFilteredRun: Bool

  package init(isOfFilteredRun: Bool) {
    self.isOfFilteredRun = isOfFilteredRun
  }
}
