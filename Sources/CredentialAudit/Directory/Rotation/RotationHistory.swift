/// What a look at a rotation is laid beside.
package struct RotationHistory: Sendable, Hashable {
  /// Nil where no run before told anything.
  package let past: RotationPast?
  /// Whether this run was asked for all of the inventory, or for its shard of it. What others see of a
  /// rotation is neither counted nor said once.
  package let isWhole: Bool

  package init(past: RotationPast?, isWhole: Bool) {
    self.past = past
    self.isWhole = isWhole
  }

  /// Of a first run over everything.
  package static let none = RotationHistory(past: nil, isWhole: true)
}
