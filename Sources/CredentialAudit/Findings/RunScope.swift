/// What a run was asked to look at. Empty lists ask for everything.
package struct RunScope: Sendable, Hashable, Codable {
  package var tenants: [String]
  package var applications: [String]
  package var owners: [String]
  package var tags: [String]
  /// `I/N`, or nil.
  package var shard: String?
  /// By what the parts of one run are put together again; nil where nobody named the group.
  package var shardGroup: String?

  package init(
    tenants: [String] = [], applications: [String] = [], owners: [String] = [],
    tags: [String] = [], shard: String? = nil, shardGroup: String? = nil
  ) {
    self.tenants = tenants
    self.applications = applications
    self.owners = owners
    self.tags = tags
    self.shard = shard
    self.shardGroup = shardGroup
  }

  /// Whether anything was left out on purpose.
  package var isFiltered: Bool {
    !(tenants.isEmpty && applications.isEmpty && owners.isEmpty && tags.isEmpty) || shard != nil
  }

  /// Whether everything was asked for, be it in shards.
  package var isOfAll: Bool { isOfWholeTenants && tenants.isEmpty }

  /// Whether of each tenant that is looked at everything is.
  package var isOfWholeTenants: Bool { applications.isEmpty && owners.isEmpty && tags.isEmpty }
}
