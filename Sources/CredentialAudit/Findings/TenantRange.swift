/// The tenants whose names lie between two, both included, in the order of the names' UTF-8 bytes:
/// the store's.
package struct TenantRange: Sendable, Hashable {
  package let first: String
  package let last: String

  package init(first: String, last: String) {
    self.first = first
    self.last = last
  }

  /// Whether a tenant is one of them.
  package func contains(_ tenant: String) -> Bool {
    !Self.precedes(tenant, first) && !Self.precedes(last, tenant)
  }

  /// Whether a name comes before another.
  package static func precedes(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8)
  }
}
