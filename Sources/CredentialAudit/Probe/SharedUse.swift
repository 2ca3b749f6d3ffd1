/// Other applications that present the same secret or key.
package struct SharedUse: Sendable, Hashable {
  /// How many there are.
  package let count: Int
  /// The first few, as `tenant/application`, in order: what hundreds share is not listed hundreds
  /// of times.
  package let names: [String]

  /// Nobody else.
  package static let none = SharedUse(count: 0, names: [])

  package init(count: Int, names: [String]) {
    self.count = count
    self.names = names
  }
}
