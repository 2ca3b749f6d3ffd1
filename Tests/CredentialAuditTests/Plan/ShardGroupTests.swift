import CredentialAudit
import Testing

/// What makes parts one run.
@Suite struct ShardGroupTests {
  private static func scope(
    _ shard: String?, _ group: String?, tenants: [String] = [], tags: [String] = []
  ) -> RunScope {
    RunScope(tenants: tenants, tags: tags, shard: shard, shardGroup: group)
  }

  @Test("All parts of a group make the run of one id, which is the same for ever")
  func stable() {
    let ids = ["1/3", "2/3", "3/3"].map {
      ShardGroup(Self.scope($0, "night"), offline: false)?.runID
    }
    #expect(Set(ids) == ["9b2d38c6-1a01-8982-9749-6870ecab5844"])
  }

  @Test("Another name, number, filter or way of looking is another run")
  func others() {
    let groups = [
      ShardGroup(Self.scope("1/3", "night"), offline: false),
      ShardGroup(Self.scope("1/3", "day"), offline: false),
      ShardGroup(Self.scope("1/4", "night"), offline: false),
      ShardGroup(Self.scope("1/3", "night"), offline: true),
      ShardGroup(Self.scope("1/3", "night", tenants: ["a"]), offline: false),
      ShardGroup(Self.scope("1/3", "night", tags: ["a"]), offline: false),
      ShardGroup(Self.scope("1/3", "night", tenants: ["a", "b"]), offline: false),
      ShardGroup(Self.scope("1/3", "night", tenants: ["a,b"]), offline: false),
    ]
    #expect(Set(groups.map { $0?.runID }).count == groups.count)
  }

  @Test("What is no part, or of no named group, belongs to none")
  func none() {
    for scope in [
      Self.scope(nil, "night"), Self.scope("1/3", nil), Self.scope("4/3", "night"),
      Self.scope("x", "night"),
    ] {
      #expect(ShardGroup(scope, offline: false) == nil)
    }
  }
}
