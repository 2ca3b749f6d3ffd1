/// The names that a stored run has, by which a part of it can be asked for.
package struct RunNames: Sendable, Hashable {
  package private(set) var tenants: Set<String> = []
  package private(set) var owners: Set<String> = []
  package private(set) var tags: Set<String> = []

  /// - Throws: What reading the run throws.
  package init(of run: any RunReader) throws {
    var names = RunNames()
    try run.forEachAuthority { names.add($0.tenant, $0.owner, $0.tags) }
    try run.forEachCredential { names.add($0.tenant, $0.owner, $0.tags) }
    self = names
  }

  private init() {}

  private mutating func add(_ tenant: String, _ owner: String?, _ tags: [String]) {
    tenants.insert(tenant)
    if let owner { owners.insert(owner) }
    self.tags.formUnion(tags)
  }
}
