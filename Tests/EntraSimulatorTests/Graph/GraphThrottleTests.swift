import EntraSimulator
import Foundation
import Synchronization
import Testing

@Suite("Graph turns away who asks too much")
struct GraphThrottleTests {
  private final class Clock: Sendable {
    private let value = Mutex(Scene.now)
    var now: Date { value.withLock(\.self) }
    func advance(_ seconds: TimeInterval) { value.withLock { $0 += seconds } }
  }

  private struct Asked {
    let clock = Clock()
    let core: SimulatorCore
    let token: String

    init(_ quota: GraphQuota) throws {
      var directory = GraphScene.many(10)
      directory.quota = quota
      let world = GraphScene.world(directory)
      core = try SimulatorCore(world, clock: { [clock] in clock.now })
      token = try GraphScene(directory).token()
    }

    func get(_ path: String) -> SimulatedResponse {
      core.answer(
        .get(
          "https://graph.microsoft.com/v1.0" + path,
          headers: [("Authorization", "Bearer " + token)]))
    }
  }

  @Test(
    "requests cost what is documented",
    arguments: [
      ("/applications", "2"), ("/applications?$select=id", "1"),
      ("/applications?$select=id&$expand=owners", "2"), ("/applications?$expand=owners", "3"),
      ("/applications?$top=19", "1"), ("/applications?$top=20", "2"),
      ("/servicePrincipals", "1"), ("/servicePrincipals?$select=id", "1"),
    ])
  func cost(path: String, units: String) throws {
    #expect(try Asked(GraphQuota(users: 10)).get(path).header("x-ms-resource-unit") == units)
  }

  @Test(
    "a tenant's size says how much there is", arguments: [(49, 3_500), (50, 5_000), (501, 8_000)])
  func size(users: Int, units: Int) {
    #expect(GraphQuota(users: users) == GraphQuota(units: units, keyLists: 150))
  }

  @Test("near the end of the quota every answer says how near, and then 429 when to come back")
  func quota() throws {
    let asked = try Asked(GraphQuota(units: 10))
    let shares = (0..<5).map { _ in
      asked.get("/applications").header("x-ms-throttle-limit-percentage")
    }
    #expect(shares == [nil, nil, nil, nil, "1.00"])
    asked.clock.advance(7.75)
    let refused = asked.get("/applications")
    #expect(refused.status == 429)
    #expect(refused.graphCode == "TooManyRequests")
    #expect(refused.header("Retry-After") == "2.250")
    #expect(
      refused.header("x-ms-throttle-scope")
        == "Tenant_Application/ReadWrite/\(Scene.client)/\(Scene.tenant)")
    asked.clock.advance(2.25)
    #expect(asked.get("/applications").status == 200)
  }

  @Test("lists with certificates are counted by the minute, other requests are not")
  func keyLists() throws {
    let asked = try Asked(GraphQuota(units: 5_000, keyLists: 3))
    let list = "/applications?$select=id,keyCredentials"
    let single = "/applications(appId='\(GUID.numbered(1, kind: 0xA1))')?$select=keyCredentials"
    #expect((0..<4).map { _ in asked.get(list).status } == [200, 200, 200, 429])
    #expect(asked.get(single).status == 200)
    #expect(asked.get("/applications?$select=id").status == 200)
    asked.clock.advance(59)
    #expect(asked.get(list).header("Retry-After") == "1.000")
    asked.clock.advance(1)
    #expect(asked.get(list).status == 200)
  }
}
