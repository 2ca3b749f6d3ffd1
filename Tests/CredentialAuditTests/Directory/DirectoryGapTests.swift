import EntraIdentity
import Foundation
import TestSupport
import Testing

@testable import CredentialAudit

@Suite("What a whole reading leaves open is said", .timeLimit(.minutes(10)))
struct DirectoryGapTests {
  private typealias Scene = DirectoryScene
  private let scene = DirectoryScene()

  private func evidence(_ snapshot: DirectorySnapshot) -> Evidence {
    let tenant = DirectoryFixture().tenant
    return AuthorityCheck.directory.evaluate(
      AuthorityObservation(
        tenant: tenant, reading: Authority.read(tenant.authority), examination: nil,
        isOffline: false, scopes: [], directory: .read(snapshot)))[0].evidence
  }

  @Test("nothing where all was counted and the policy was read")
  func none() async throws {
    let snapshot = try await scene.snapshot(ScriptedGraph(Scene.contents))
    #expect(snapshot.gaps == DirectoryGaps())
    #expect(evidence(snapshot)["not_counted"] == nil)
    #expect(evidence(snapshot)["policy_not_read"] == nil)
  }

  @Test("a list that the service does not count, by name")
  func uncounted() async throws {
    let graph = ScriptedGraph(
      Scene.contents,
      troubles: [
        .init(collection: "applications/$count", page: 1, fault: .refusal(400, "BadRequest"))
      ])
    let snapshot = try await scene.snapshot(graph)
    #expect(snapshot.gaps.uncounted == ["applications"])
    #expect(evidence(snapshot)["not_counted"] == "applications")
  }

  @Test("a policy that was refused, by Graph's own code")
  func policy() async throws {
    let graph = ScriptedGraph(
      Scene.contents,
      troubles: [
        .init(
          collection: "defaultAppManagementPolicy", page: 1, fault: .refusal(400, "BadRequest"))
      ])
    #expect(evidence(try await scene.snapshot(graph))["policy_not_read"] == "BadRequest")
  }

  @Test("principals of foreign applications that hold credentials here, by their number")
  func foreignHolders() async throws {
    var contents = Scene.contents
    let held = #""passwordCredentials":[{"keyId":"\#(Scene.id(3, 9))"}]"#
    let foreign = Scene.principal(8, of: Scene.foreignTenant)
    contents.principals.append(foreign.replacing(#""passwordCredentials":[]"#, with: held))
    // The platform puts credentials on a managed identity, which has no owning tenant of this kind.
    contents.principals.append(
      Scene.principal(9, of: Scene.foreignTenant).replacing(
        #""passwordCredentials":[]"#, with: #""servicePrincipalType":"ManagedIdentity",\#(held)"#))
    let snapshot = try await scene.snapshot(ScriptedGraph(contents))
    #expect(snapshot.principals.count == 5)
    #expect(snapshot.gaps.foreignHolders == 1)
    #expect(evidence(snapshot)["foreign_principals_with_credentials"] == "1")
  }

  @Test(
    "a foreign one counts that may hold some, and however odd it is, it spoils no reading",
    arguments: [
      ("", 0), (#""appOwnerOrganizationId":null,"#, 0),
      (#""passwordCredentials":[{"keyId":"odd"}],"#, 1), (#""keyCredentials":null,"#, 1),
      (#""displayName":7,"accountEnabled":"x","#, 0),
      (#""appOwnerOrganizationId":null,"keyCredentials":[{}],"#, 1),
      (#""servicePrincipalType":"ManagedIdentity","keyCredentials":[{}],"#, 0),
    ])
  func oddForeignHolders(_ members: String, _ count: Int) async throws {
    var contents = Scene.contents
    var principal = Scene.principal(6, of: Scene.foreignTenant)
    for name in [
      "appOwnerOrganizationId", "passwordCredentials", "keyCredentials", "displayName",
      "accountEnabled",
    ] where members.contains(name) {
      principal = principal.replacing("\"\(name)\"", with: "\"was \(name)\"")
    }
    contents.principals[5] = principal.replacing("{\"id\"", with: "{" + members + "\"id\"")
    let snapshot = try await scene.snapshot(ScriptedGraph(contents))
    #expect(snapshot.gaps.foreignHolders == count)
    #expect(snapshot.principals.count == 5)
  }

  @Test("a deleted application that cannot be read, by their number", arguments: [true, false])
  func oddDeleted(_ isAll: Bool) async throws {
    var contents = Scene.contents
    contents.deleted += [
      #"{"id":"\#(Scene.id(1, 8))","appId":"\#(Scene.id(2, 8))","displayName":7}"#, "{}",
    ]
    let wanted = try [1, 7].map { try #require(UUID(uuidString: Scene.id(2, $0))) }
    let snapshot = try await scene.snapshot(
      ScriptedGraph(contents), isAll ? .all : .applications(wanted))
    #expect(snapshot.deleted.map(\.displayName) == ["Old"])
    // Of one that nobody declared, nothing can be wrong that matters.
    #expect(snapshot.gaps.unreadDeleted == (isAll ? 2 : 1))
    #expect(evidence(snapshot)["deleted_applications_not_read"] == (isAll ? "2" : "1"))
  }

  @Test("and what is odd about an application that nobody asks for spoils no reading")
  func strangers() async throws {
    var contents = Scene.contents
    let odd = #""passwordCredentials":null,"keyCredentials":[{"keyId":"no GUID"}]"#
    // So many are asked for that the list takes fewer requests than asking one by one.
    contents.applications = (1...30).map { Scene.application($0) }
    contents.applications.append(Scene.application(31, credentials: odd))
    contents.principals = []
    let wanted = try (1...30).map { try #require(UUID(uuidString: Scene.id(2, $0))) }
    let snapshot = try await scene.snapshot(
      ScriptedGraph(contents, pageSize: 999), .applications(wanted))
    #expect(snapshot.applications.count == 30)
    #expect(try await scene.failure(ScriptedGraph(contents, pageSize: 999)) != nil)
  }
}

@Suite("A secret that somebody wrote into its description")
struct PastedSecretTests {
  private func name(_ name: String?, hint: String?) -> String? {
    DirectoryPassword(keyID: UUID(), displayName: name, hint: hint, start: nil, end: nil)
      .displayName
  }

  @Test("is not kept as a name")
  func pasted() {
    #expect(name("Abc8Q~0123456789abcdef0123456789abcdefgh", hint: "Abc") == nil)
    #expect(name("Abc8Q~0123456789", hint: "Abc") == nil)
  }

  @Test(
    "while names are kept, also those that begin with the same letters",
    arguments: [
      ("Abc", "Abc"), ("Abc rotated in March 2026", "Abc"), ("Abcdef", "Abc"),
      ("build-server-of-the-team", "Abc"), ("build-server-of-the-team", nil),
      ("build-server-of-the-team", ""),
    ] as [(String, String?)])
  func kept(_ written: String, _ hint: String?) {
    #expect(name(written, hint: hint) == written)
  }
}
