import EntraSimulator
import Foundation
import Testing

private let corpora = ProcessInfo.processInfo.environment["CREDAUDIT_CORPORA"]

@Suite("Graph's bodies have what was recorded", .enabled(if: corpora != nil))
struct GraphRecordingTests {
  private func recorded(_ name: String) throws -> JSONValue {
    let file = URL(filePath: try #require(corpora)).appending(
      path: "entra/graph-samples/\(name).json")
    let bytes = Array(try Data(contentsOf: file))
    let sample = try #require(SimulatedResponse(status: 200, body: .bytes(bytes)).json)
    return try #require(sample["body"])
  }

  private func names(_ value: JSONValue?) -> [String] {
    guard case .object(let members) = value else { return [] }
    return members.map(\.name).filter { !$0.hasPrefix("@odata.type") }
  }

  private func scene() throws -> GraphScene {
    try GraphScene(
      SimulatedDirectory([
        ListedApplication(
          id: GUID.numbered(1), displayName: "billing",
          passwords: [ListedPassword(end: Scene.now)],
          federations: [ListedFederation(name: "f", issuer: "https://i.example", subject: "s")])
      ]), roles: ["Application.Read.All", "Policy.Read.All"])
  }

  @Test("an application, as far as an audit goes")
  func application() throws {
    let ours = names(try scene().get("/applications/\(GUID.numbered(1))").json)
    // What it looks like to people and what it is an API for is no concern of an audit.
    let others = ["api", "addIns", "appRoles", "info", "optionalClaims", "parentalControlSettings"]
    for name in names(try recorded("application-get"))
    where !(others + ["publicClient", "web"]).contains(name) {
      #expect(ours.contains(name), "\(name)")
    }
  }

  @Test("a password's entry, except the secret's value")
  func password() throws {
    let ours = try scene().get("/applications").values.first?["passwordCredentials"]
    #expect(
      Set(names(ours?.elements?.first)) == Set(names(try recorded("application-addpassword"))))
  }

  @Test("federated credentials and the tenant's rules")
  func others() throws {
    let scene = try scene()
    let path = "/applications/\(GUID.numbered(1))/federatedIdentityCredentials"
    let recordedFederation = try recorded("federatedidentitycredentials-list")["value"]
    #expect(
      Set(names(try scene.get(path).values.first))
        == Set(names(recordedFederation?.elements?.first)))
    let policy = try recorded("tenantappmanagementpolicy")
    let ours = try #require(try scene.get("/policies/defaultAppManagementPolicy").json)
    for name in names(policy) where name != "@odata.id" {
      #expect(ours[name] != nil, "\(name)")
    }
    #expect(ours["applicationRestrictions"] == policy["applicationRestrictions"])
    #expect(ours["isEnabled"] == policy["isEnabled"])
  }

  @Test("a throttled request and one that is not served")
  func errors() throws {
    var directory = GraphScene.many(1)
    directory.quota = GraphQuota(units: 0)
    let throttled = try GraphScene(directory).get("/applications").json?["error"]
    let sample = try recorded("error-429")["error"]
    #expect(throttled?["code"] == sample?["code"])
    #expect(throttled?["message"] == sample?["message"])
    #expect(Set(names(throttled?["innerError"])) == Set(names(sample?["innerError"])))
    let refused = try scene().get("/applications/$count").json?["error"]
    let unsupported = try recorded("error-advanced-query-1")["error"]
    #expect(refused?["code"] == unsupported?["code"])
    #expect(refused?["message"] == unsupported?["message"])
    #expect(Set(names(refused?["innerError"])) == Set(names(unsupported?["innerError"])))
  }
}
