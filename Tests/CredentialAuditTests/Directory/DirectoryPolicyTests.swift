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
    #expect(
      policy
        == DirectoryPolicy(applicationRules: [
          DirectoryRule(.secret, longest: 15_552_000), DirectoryRule(.secret, longest: 7_776_000),
          DirectoryRule(.secret, longest: nil), DirectoryRule(.certificate, longest: 390_605),
        ]))
    let directory = DirectoryFixture(passwords: [DirectoryFixture.password(1)])
    let entry = try directory.entry(1)
    #expect(policy?.longestLife(of: entry.entry, in: entry.holding) == 7_776_000)
  }

  @Test("a rule without a state is in force, and one in a state of its own is told as not read")
  func states() async throws {
    let bare = #"{"restrictionType":"passwordLifetime","maxLifetime":"P90D"}"#
    #expect(
      try await policy(Self.rules(bare))?.applicationRules
        == [DirectoryRule(.secret, longest: 7_776_000)])
    var contents = DirectoryScene.contents
    contents.policy = Self.rules(Self.rule("passwordLifetime", #""P90D""#, "paused"))
    let snapshot = try await scene.snapshot(ScriptedGraph(contents))
    #expect(snapshot.policy == nil && snapshot.gaps.policy != nil)
  }

  @Test("a rule says for what it is: where a credential stands, and since when there is its holder")
  func whom() async throws {
    let rule =
      #"{"restrictionType":"passwordLifetime","maxLifetime":"P1D","state":"enabled","#
      + #""restrictForAppsCreatedAfterDateTime":"2026-11-18T11:06:40Z"}"#
    let restrictions = #"{"passwordCredentials":[\#(rule)],"keyCredentials":[]}"#
    let policy = try await policy(
      #"{"isEnabled":true,"servicePrincipalRestrictions":\#(restrictions)}"#)
    #expect(
      policy
        == DirectoryPolicy(principalRules: [
          DirectoryRule(.secret, longest: 86_400, createdAfter: DirectoryFixture.now)
        ]))
  }

  struct Holder: Sendable {
    var application: Double?
    var principal: Double?
    let isPrincipal: Bool
    let isJudged: Bool
  }

  @Test(
    "a rule for later ones is for a holder that was created later, as far as anybody says when",
    arguments: [
      Holder(application: -799, isPrincipal: false, isJudged: true),
      Holder(application: -800, isPrincipal: false, isJudged: false),
      Holder(application: nil, isPrincipal: false, isJudged: false),
      Holder(principal: -799, isPrincipal: true, isJudged: true),
      Holder(application: -1, principal: -801, isPrincipal: true, isJudged: false),
      Holder(application: -799, isPrincipal: true, isJudged: true),
      Holder(isPrincipal: true, isJudged: false),
    ])
  func later(_ row: Holder) throws {
    var directory = DirectoryFixture()
    if row.isPrincipal {
      directory.principalPasswords = [DirectoryFixture.password(1)]
    } else {
      directory.passwords = [DirectoryFixture.password(1)]
    }
    directory.createdAt = row.application.map(DirectoryFixture.days)
    directory.principalCreatedAt = row.principal.map(DirectoryFixture.days)
    let rules = [DirectoryRule(.secret, longest: 1, createdAfter: DirectoryFixture.days(-800))]
    let entry = try directory.entry(1)
    let policy = DirectoryPolicy(applicationRules: rules, principalRules: rules)
    #expect(policy.longestLife(of: entry.entry, in: entry.holding) == (row.isJudged ? 1 : nil))
  }

  @Test("of a service principal of which nobody says when, 2019 counts, as it does for the service")
  func unknownCreation() throws {
    let directory = DirectoryFixture(principalPasswords: [DirectoryFixture.password(1)])
    let entry = try directory.entry(1)
    let year = 2019 - 1970
    for (days, isJudged) in [(-1.0, true), (1.0, false)] {
      // Twelve of the years between had a leap day.
      let date = Date(timeIntervalSince1970: (Double(year * 365 + 12) + days) * 86_400)
      let policy = DirectoryPolicy(principalRules: [
        DirectoryRule(.secret, longest: 1, createdAfter: date)
      ])
      #expect(policy.longestLife(of: entry.entry, in: entry.holding) == (isJudged ? 1 : nil))
    }
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
    let directory = DirectoryFixture(passwords: [DirectoryFixture.password(1)])
    let entry = try directory.entry(1)
    #expect(policy.longestLife(of: entry.entry, in: entry.holding) == nil)
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
