import EntraIdentity
import Foundation
import Testing

@testable import CredentialAudit

@Suite("A policy for single applications", .timeLimit(.minutes(1)))
struct PolicyExceptionTests {
  private typealias Scene = DirectoryScene
  private let scene = DirectoryScene()

  private static let first = Scene.id(6, 1)
  private static let second = Scene.id(6, 2)

  private static func rule(_ type: String, _ life: String, _ state: String = "enabled") -> String {
    #"{"restrictionType":"\#(type)","maxLifetime":\#(life),"state":"\#(state)"}"#
  }

  private static func exception(
    _ id: String, _ passwords: String, _ keys: String = "", isEnabled: Bool = true
  ) -> String {
    #"{"id":"\#(id)","isEnabled":\#(isEnabled),"restrictions":{"passwordCredentials":[\#(passwords)],"#
      + #""keyCredentials":[\#(keys)]}}"#
  }

  private static var contents: ScriptedGraph.Contents {
    var contents = Scene.contents
    contents.exceptions = [
      exception(first, rule("passwordLifetime", #""P400D""#)),
      exception(second, rule("passwordLifetime", #""P1D""#), isEnabled: false),
      exception(Scene.id(6, 3), rule("passwordAddition", "null")),
    ]
    contents.objects = [first: [1, 2, 3].map { Scene.id(1, $0) }]
    return contents
  }

  @Test("is read with whom it is for, and one that limits no life or is off is not asked")
  func read() async throws {
    let graph = ScriptedGraph(Self.contents)
    let snapshot = try await scene.snapshot(graph)
    let objects = try [1, 2, 3].map { try #require(UUID(uuidString: Scene.id(1, $0))) }
    #expect(
      snapshot.policy?.exceptions == [
        DirectoryPolicyException(
          objects: Set(objects), rules: [DirectoryRule(.secret, longest: 400 * 86_400)])
      ])
    #expect(snapshot.gaps == DirectoryGaps())
    let asked = graph.requests.map(\.url.path).filter { $0.contains("appManagementPolicies") }
    // Two entries to a page.
    let path = "/v1.0/policies/appManagementPolicies"
    let applies = "\(path)/\(Self.first)/appliesTo"
    #expect(asked == [path, path, applies, applies])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var exceptions: [(objects: [Int], rules: [DirectoryRule])]
    var onPrincipal = false
    let longest: Double?
  }

  static let cases = [
    Case(
      testDescription: "longer than the tenant's own",
      exceptions: [([800], [DirectoryRule(.secret, longest: 9)])], longest: 9),
    Case(
      testDescription: "lifted by one that is disabled",
      exceptions: [([800], [DirectoryRule(.secret, longest: nil)])], longest: nil),
    Case(
      testDescription: "for others", exceptions: [([801], [DirectoryRule(.secret, longest: 9)])],
      longest: 5),
    Case(
      testDescription: "of another kind",
      exceptions: [([800], [DirectoryRule(.certificate, longest: 9)])], longest: 5),
    Case(
      testDescription: "for later ones, which takes this one out",
      exceptions: [
        ([800], [DirectoryRule(.secret, longest: 9, createdAfter: DirectoryFixture.now)])
      ], longest: nil),
    Case(
      testDescription: "two of them, of which the shorter holds",
      exceptions: [
        ([800, 1], [DirectoryRule(.secret, longest: 9)]),
        ([800], [DirectoryRule(.secret, longest: 8)]),
      ], longest: 8),
    Case(
      testDescription: "for the service principal, on which it stands",
      exceptions: [([801], [DirectoryRule(.secret, longest: 9)])], onPrincipal: true, longest: 9),
    Case(
      testDescription: "for the application, while it stands on the service principal",
      exceptions: [([800], [DirectoryRule(.secret, longest: 9)])], onPrincipal: true, longest: 7),
  ]

  @Test(
    "wins over the tenant's own, for what it says and for those that it names", arguments: cases)
  func wins(_ row: Case) throws {
    let secrets = [DirectoryFixture.password(1)]
    let directory =
      row.onPrincipal
      ? DirectoryFixture(principalPasswords: secrets) : DirectoryFixture(passwords: secrets)
    let entry = try directory.entry(1)
    let policy = DirectoryPolicy(
      applicationRules: [DirectoryRule(.secret, longest: 5)],
      principalRules: [DirectoryRule(.secret, longest: 7)],
      exceptions: row.exceptions.map {
        DirectoryPolicyException(objects: Set($0.objects.map(DirectoryFixture.id)), rules: $0.rules)
      })
    #expect(policy.longestLife(of: entry.entry, in: entry.holding) == row.longest)
  }

  private func evidence(_ snapshot: DirectorySnapshot) -> Evidence {
    let tenant = DirectoryFixture().tenant
    return AuthorityCheck.directory.evaluate(
      AuthorityObservation(
        tenant: tenant, reading: Authority.read(tenant.authority), examination: nil,
        isOffline: false, scopes: [], directory: .read(snapshot)))[0].evidence
  }

  @Test(
    "that may not be read, or cannot be understood, is said beside what holds for all",
    arguments: [
      (1, .refusal(403, "Authorization_RequestDenied"), "Policy.Read.All is missing"),
      (1, .refusal(403, "AccessDenied"), "AccessDenied"),
      (1, .refusal(404, "Request_ResourceNotFound"), "Request_ResourceNotFound"),
      (2, .refusal(400, "BadRequest"), "BadRequest"), (1, .truncated, "no JSON object"),
      (1, .edited(#""id":"0"#, with: #""id":"x"#), "is no GUID"),
      (1, .edited("P400D", with: "a while"), "is no duration"),
    ] as [(Int, GraphFault, String)])
  func gaps(_ page: Int, _ fault: GraphFault, _ word: String) async throws {
    var contents = Self.contents
    contents.policy =
      #"{"isEnabled":true,"applicationRestrictions":{"passwordCredentials":["#
      + Self.rule("passwordLifetime", #""P9D""#) + #"],"keyCredentials":[]}}"#
    let graph = ScriptedGraph(
      contents,
      troubles: [.init(collection: "appManagementPolicies", page: page, fault: fault)])
    let snapshot = try await scene.snapshot(graph)
    #expect(snapshot.applications.count == 5)
    #expect(
      snapshot.policy
        == DirectoryPolicy(applicationRules: [DirectoryRule(.secret, longest: 9 * 86_400)]))
    #expect(snapshot.gaps.policy == nil)
    let said = evidence(snapshot)["application_policies_not_read"]
    #expect(said?.contains(word) == true, "\(said ?? "")")
  }

  @Test(
    "that did not come is not taken for one that may not be read",
    arguments: [
      .refusal(500, "InternalServerError"), .failure(.reset), .selfLink,
      .answer(403, type: "text/html", body: "<h1>Proxy</h1>"),
      .link("\"https://evil.example/\""),
    ] as [GraphFault], ["/v1.0/policies", "/appliesTo"])
  func needed(_ fault: GraphFault, _ part: String) async throws {
    let graph = ScriptedGraph(
      Self.contents,
      troubles: [
        .init(collection: "appManagementPolicies", page: 1, fault: fault, of: part)
      ])
    #expect(try await scene.failure(graph)?.collection == "appManagementPolicies")
  }

  @Test("is for nobody where it is gone before it is asked")
  func goneMeanwhile() async throws {
    let graph = ScriptedGraph(
      Self.contents,
      troubles: [
        .init(
          collection: "appManagementPolicies", page: 1,
          fault: .refusal(404, "Request_ResourceNotFound"), of: "/appliesTo")
      ])
    let snapshot = try await scene.snapshot(graph)
    #expect(snapshot.policy?.exceptions.map(\.objects) == [[]])
    #expect(snapshot.gaps == DirectoryGaps())
  }

  @Test("is not asked for where the tenant's own may not be read")
  func notAsked() async throws {
    let graph = ScriptedGraph(
      Self.contents,
      troubles: [
        .init(
          collection: "defaultAppManagementPolicy", page: 1,
          fault: .refusal(403, "Authorization_RequestDenied"))
      ])
    let snapshot = try await scene.snapshot(graph)
    #expect(snapshot.policy == nil && snapshot.gaps.exceptions == nil)
    #expect(!graph.requests.contains { $0.url.path.contains("appManagementPolicies") })
  }

  @Test("is asked by another form where the service does not know members of whom it is for")
  func otherForm() async throws {
    let graph = ScriptedGraph(
      Self.contents, pageSize: 9,
      troubles: [
        .init(
          collection: "appManagementPolicies", page: 1,
          fault: .refusal(400, "Request_UnsupportedQuery"), times: 1, of: "/appliesTo")
      ])
    let snapshot = try await scene.snapshot(graph)
    #expect(snapshot.policy?.exceptions.map(\.objects.count) == [3])
  }
}
