/// The `directory` of a tenant: which credential reads it with Graph, and how much of it.
package struct InventoryDirectory: Sendable, Hashable {
  /// What is looked at.
  package enum Watch: String, Sendable, Hashable, CaseIterable {
    case inventory
    case all
  }
  /// `application/credential`.
  package let reader: String
  package let watch: Watch

  init(reader: String, watch: Watch) {
    self.reader = reader
    self.watch = watch
  }
}
