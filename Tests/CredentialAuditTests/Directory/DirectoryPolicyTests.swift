import EntraIdentity
import Foundation
import Testing

@testable import CredentialAudit

@Suite("The tenant's rule for credentials", .timeLimit(.minutes(10)))
struct DirectoryPolicyTests {
  private let scene = DirectoryScene()

  private func policy(_ text: String) async throws -> DirectoryPolicy? {
    var contents = DirectoryScene.contents
    contents.policy = text
    return try await scene.snapshot(ScriptedGraph(contents)).policy
  }

  private static func rules(
    _ passwords: String, _ keys: String = "", isEnabled: Bool = true
  ) -> String {
    #"{"isEnabled":\#(isEnabled),"applicationRestrictions":{"passwordCredentials":[\#(passwords)],"#
      + #""keyCredentials":[\#(keys)]}}"#
  }

  private static func rule(_ type: String, _ life: String, _ state: String = "enabled") -> String {
    #"{"restrictionType":"\#(type)","maxLifetime":\#(life),"state":"\#(state)"}"#
  }

  @Test("the shortest rule that is enabled holds")
  func shortest() async throws {
    let text = Self.rules(
      [
        Self.rule("passwordLifetime", #""P180D""#), Self.rule("passwordLifetime", #""P90D""#),
        Self.rule("passwordLifetime", #""P1D""#, "disabled"),
        Self.rule("symmetricKeyLifetime", #""P2D""#), Self.rule("passwordAddition", "null"),
      ].joined(separator: ","), Self.rule("asymmetricKeyLifetime", #""P4DT12H30M5S""#))
    let policy = try await policy(text)
    #expect(policy == DirectoryPolicy(longestPassword: 7_776_000, longestCertificate: 390_605))
  }

  @Test(
    "there is no rule where none is written or the policy is off",
    arguments: [
      #"{"isEnabled":true}"#, #"{}"#, #"{"isEnabled":true,"applicationRestrictions":null}"#,
      rules(rule("passwordLifetime", #""P1D""#), isEnabled: false),
      rules(rule("passwordLifetime", "null")),
    ])
  func none(_ text: String) async throws {
    let policy = try #require(try await policy(text))
    #expect(policy == DirectoryPolicy(longestPassword: nil, longestCertificate: nil))
  }

  @Test(
    "a policy that cannot be understood is not taken for none: the reading says so",
    arguments: [
      "[]", "null", "{", #"{"isEnabled":1}"#, rules(rule("passwordLifetime", #""a while""#)),
      rules(rule("passwordLifetime", "90")), rules("7"),
      #"{"isEnabled":true,"applicationRestrictions":{}}"#,
    ])
  func malformed(_ text: String) async throws {
    var contents = DirectoryScene.contents
    contents.policy = text
    let snapshot = try await scene.snapshot(ScriptedGraph(contents))
    #expect(snapshot.policy == nil)
    #expect(snapshot.gaps.policy?.isEmpty == false)
    #expect(snapshot.applications.count == 5)
  }

  @Test(
    "a policy that may not be read, or is not served, is left out",
    arguments: [
      .refusal(403, "Authorization_RequestDenied"), .refusal(403, "AccessDenied"),
      .refusal(404, "Request_ResourceNotFound"), .refusal(400, "BadRequest"),
    ] as [GraphFault])
  func optional(_ fault: GraphFault) async throws {
    let graph = ScriptedGraph(
      DirectoryScene.contents,
      troubles: [.init(collection: "defaultAppManagementPolicy", page: 1, fault: fault)])
    let snapshot = try await scene.snapshot(graph)
    #expect(snapshot.policy == nil)
    #expect(snapshot.gaps.policy?.isEmpty == false)
    #expect(snapshot.applications.count == 5)
  }

  @Test(
    "a policy that did not come is not taken for one that may not be read",
    arguments: [
      .refusal(500, "InternalServerError"), .refusal(401, "InvalidAuthenticationToken"),
      .refusal(429, "TooManyRequests"), .failure(.reset), .failure(.tlsUntrusted),
      .answer(403, type: "text/html", body: "<h1>Proxy</h1>"), .redirect("https://evil.example/"),
    ] as [GraphFault])
  func needed(_ fault: GraphFault) async throws {
    let graph = ScriptedGraph(
      DirectoryScene.contents,
      troubles: [.init(collection: "defaultAppManagementPolicy", page: 1, fault: fault)])
    #expect(try await scene.failure(graph)?.collection == "defaultAppManagementPolicy")
  }
}
