import EntraSimulator
import Foundation
import Testing

/// Recorded answers of the real service lie outside the project: `CREDAUDIT_CORPORA` names them.
private let corpora = ProcessInfo.processInfo.environment["CREDAUDIT_CORPORA"]

@Suite("What we simulate is what was recorded", .enabled(if: corpora != nil))
struct RecordedAnswersTests {
  private func recorded(_ name: String) throws -> JSONValue {
    let file = URL(filePath: try #require(corpora)).appending(path: "entra/" + name)
    let bytes = Array(try Data(contentsOf: file))
    return try #require(SimulatedResponse(status: 200, body: .bytes(bytes)).json)
  }

  @Test(
    "a document has every field that was recorded, and the recorded value of those that matter",
    arguments: [
      ("tenant-v2", "login.microsoftonline.com", "/v2.0", SimulatedCloud.worldwide),
      ("common-v2-login-windows-net", "login.windows.net", "/v2.0", .worldwide),
      ("common-v1", "login.microsoftonline.com", "", .worldwide),
      ("organizations-v2", "login.microsoftonline.com", "/v2.0", .worldwide),
    ])
  func documents(name: String, host: String, tail: String, cloud: SimulatedCloud) throws {
    let body = try #require(try recorded("discovery/\(name).json")["body"])
    let endpoint = try #require(body["token_endpoint"]?.text)
    let tenant = String(endpoint.split(separator: "/")[2])
    let scene = try Scene(SimulatedWorld([.entra("recorded", id: Scene.tenant, [])]))
    let isAlias = ["common", "organizations"].contains(tenant)
    let asked = isAlias ? tenant : Scene.tenant
    let document = try #require(
      scene.get("https://\(host)/\(asked)\(tail)/.well-known/openid-configuration").json)
    guard case .object(let members) = body else { return }
    // Sign-in pages and the claims of id tokens are no concern of an application's.
    let ignored = ["check_session_iframe", "microsoft_multi_refresh_token"]
    for member in members where !ignored.contains(member.name) {
      #expect(document[member.name] != nil, "\(member.name)")
    }
    for field in [
      "issuer", "token_endpoint", "authorization_endpoint", "device_authorization_endpoint",
      "tenant_region_scope", "cloud_instance_name", "msgraph_host", "cloud_graph_host_name",
      "token_endpoint_auth_methods_supported",
    ] where body[field] != nil {
      let value = body[field]?.serialized.replacingOccurrences(of: tenant, with: asked)
      #expect(document[field]?.serialized == value, "\(field)")
    }
  }

  @Test("refusals have the OAuth error and status that were recorded for their code")
  func refusals() throws {
    let samples = try #require(try recorded("samples.json")["samples"]?.elements)
    var errors: [Int: Set<String>] = [:]
    var statuses: [Int: Set<String>] = [:]
    for sample in samples {
      guard let code = sample["code"]?.serialized, let number = Int(code) else { continue }
      if let error = sample["body"]?["error"]?.text { errors[number, default: []].insert(error) }
      if case .number(let status) = sample["http_status"] {
        statuses[number, default: []].insert(status)
      }
    }
    for example in SecretTests.cases {
      if let known = errors[example.code] {
        #expect(known.contains(example.error), "\(example.code): \(known)")
      }
      if let known = statuses[example.code] {
        #expect(known.contains(String(example.status)), "\(example.code): \(known)")
      }
    }
  }
}
