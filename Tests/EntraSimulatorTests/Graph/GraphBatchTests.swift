import EntraSimulator
import Testing

@Suite("Graph answers a batch member by member")
struct GraphBatchTests {
  private static func get(_ id: String, _ url: String, after: [String] = []) -> JSONValue {
    var member: JSONValue = ["id": .string(id), "method": "GET", "url": .string(url)]
    if !after.isEmpty { member["dependsOn"] = JSONValue(after) }
    return member
  }

  private static func application(_ number: Int) -> String {
    "/applications/\(GUID.numbered(number, kind: 0xA0))"
  }

  @Test("each member has its own status, and they come in another order")
  func members() throws {
    let answer = try GraphScene(GraphScene.many(3)).batch([
      "requests": [
        Self.get("a", Self.application(0) + "?$select=displayName"),
        Self.get("b", Self.application(99)),
        Self.get("c", Self.application(1) + "/federatedIdentityCredentials", after: ["b"]),
        ["id": "d", "method": "DELETE", "url": .string(Self.application(2))],
      ]
    ])
    #expect(answer.status == 200)
    let members = try #require(answer.json?["responses"]?.elements)
    #expect(members.map { $0["id"]?.text } == ["d", "c", "b", "a"])
    #expect(members.map { $0["status"]?.serialized } == ["405", "424", "404", "200"])
    #expect(members[3]["body"]?["displayName"] == "generated-0")
    #expect(members[2]["body"]?["error"]?["code"] == "Request_ResourceNotFound")
  }

  @Test("a member is throttled for itself, and says when it may come again")
  func throttled() throws {
    var directory = GraphScene.many(5)
    directory.quota = GraphQuota(units: 2)
    let answer = try GraphScene(directory).batch([
      "requests": .array((0..<3).map { Self.get("\($0)", Self.application($0)) })
    ])
    let members = try #require(answer.json?["responses"]?.elements)
    #expect(members.map { $0["status"]?.serialized } == ["429", "200", "200"])
    #expect(members[0]["headers"]?["Retry-After"] == "10.000")
  }

  @Test(
    "what is no batch of at most twenty is refused",
    arguments: [
      JSONValue.object([]), ["requests": [["id": "1", "url": "/applications"]]],
      ["requests": [get("1", "/applications"), get("1", "/applications")]],
      ["requests": .array((0..<21).map { get("\($0)", "/applications") })],
    ])
  func refused(body: JSONValue) throws {
    let scene = try GraphScene(GraphScene.many(1))
    #expect(try scene.batch(body).status == 400)
    #expect(try scene.batch(body, method: "GET").status == 405)
  }

  @Test("twenty are taken, and a batch within a batch is not")
  func most() throws {
    let scene = try GraphScene(GraphScene.many(20))
    let twenty = (0..<19).map { Self.get("\($0)", Self.application($0)) }
    let answer = try scene.batch([
      "requests": .array(twenty + [["id": "x", "method": "GET", "url": "/$batch"]])
    ])
    let statuses = answer.json?["responses"]?.elements?.map { $0["status"]?.serialized }
    #expect(statuses == ["400"] + Array(repeating: "200", count: 19))
  }
}
