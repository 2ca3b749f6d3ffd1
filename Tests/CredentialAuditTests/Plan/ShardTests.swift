import CredentialAudit
import Testing

@Suite("Parts of an inventory")
struct ShardTests {
  @Test(
    "a part is written I/N, from 1 to N",
    arguments: [("1/1", 1, 1), ("3/8", 3, 8), ("08/8", 8, 8), ("10000/10000", 10_000, 10_000)])
  func reads(text: String, index: Int, count: Int) throws {
    let shard = try #require(Shard(text))
    #expect(shard.index == index)
    #expect(shard.count == count)
  }

  @Test(
    "anything else is no part",
    arguments: [
      "", "/", "1", "1/", "/8", "0/8", "9/8", "-1/8", "+1/8", "1/8/2", "1 /8", "a/b", "1/0",
      "1/10001", "٣/٨", "99999999999999999999/8", "1.0/8",
    ])
  func refuses(text: String) {
    #expect(Shard(text) == nil)
  }

  /// Taken from `printf %s NAME | sha256sum`: the first 16 digits as a number, modulo 8, plus 1.
  @Test(
    "a tenant is in the same part on every machine and in every version",
    arguments: [("contoso", 4), ("fabrikam", 7), ("", 5), ("Zürich", 6), ("租户", 2)])
  func isStable(name: String, index: Int) throws {
    let shards = try (1...8).map { try #require(Shard(index: $0, count: 8)) }
    #expect(shards.filter { $0.holds(tenant: name) }.map(\.index) == [index])
  }

  @Test(
    "every tenant is in one part, and no part is much larger than another",
    arguments: [1, 2, 7, 8, 64])
  func dividesEvenly(count: Int) throws {
    let shards = try (1...count).map { try #require(Shard(index: $0, count: count)) }
    let names = (0..<10_000).map { "tenant-\($0)" }
    var sizes = [Int](repeating: 0, count: count)
    for name in names {
      let holders = shards.filter { $0.holds(tenant: name) }
      #expect(holders.count == 1)
      sizes[holders[0].index - 1] += 1
    }
    let fair = Double(names.count) / Double(count)
    #expect(sizes.allSatisfy { abs(Double($0) - fair) < 5 * fair.squareRoot() + 1 })
  }
}
