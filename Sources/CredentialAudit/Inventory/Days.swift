/// A span of whole days, as the inventory writes it: `30d`.
package struct Days: Sendable, Hashable, Comparable {
  package let count: Int

  package init(_ count: Int) {
    self.count = count
  }

  package static func < (lhs: Days, rhs: Days) -> Bool { lhs.count < rhs.count }
}
