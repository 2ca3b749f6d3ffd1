/// Which records of a run one customer's or team's report shows.
struct PartFilter {
  private let filter: ScopeFilter
  private let asksForOwners: Bool
  private let owners: ScopeFilter
  /// Tenants of which a credential is shown: it cannot be understood without its authority.
  private(set) var tenants: Set<String> = []

  init(_ scope: RunScope) {
    filter = ScopeFilter(scope)
    asksForOwners = !scope.owners.isEmpty
    owners = ScopeFilter(RunScope(owners: scope.owners))
  }

  /// Learns of a credential; every one is to be told before an authority is asked about.
  mutating func learn(_ record: CredentialRecord) {
    if shows(record) { tenants.insert(record.tenant) }
  }

  func shows(_ record: CredentialRecord) -> Bool {
    filter.includes(record.name, owner: record.owner, tags: record.tags)
  }

  func shows(_ record: AuthorityRecord) -> Bool {
    tenants.contains(record.tenant)
      || filter.includes(record.name, owner: record.owner, tags: record.tags)
  }

  /// Whether a team's report may say whose the authority is that its credentials depend on.
  func showsOwner(of record: AuthorityRecord) -> Bool {
    !asksForOwners
      || owners.includes(record.name, owner: record.owner, tags: record.tags)
  }
}
