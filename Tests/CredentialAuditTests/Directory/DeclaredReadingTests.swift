import EntraIdentity
import Foundation
import TestSupport
import Testing

@testable import CredentialAudit

@Suite("Declared applications are read", .timeLimit(.minutes(10)))
struct DeclaredReadingTests {
  private let scene = DirectoryScene()

  private static func clientIDs(_ numbers: some Sequence<Int>) throws -> [UUID] {
    try numbers.map { try #require(UUID(uuidString: DirectoryScene.id(2, $0))) }
  }

  private func scope(_ numbers: Int...) throws -> DirectoryScope {
    .applications(try Self.clientIDs(numbers))
  }

  @Test("a few are asked for one by one, in their order and each once")
  func few() async throws {
    let graph = ScriptedGraph(DirectoryScene.contents)
    let snapshot = try await scene.snapshot(graph, try scope(4, 2, 4))
    #expect(snapshot.applications.map(\.displayName) == ["App 4", "App 2"])
    #expect(snapshot.applications.map { $0.federations?.count } == [0, 1])
    #expect(snapshot.principals.map(\.displayName) == ["App 4", "App 2"])
    #expect(snapshot.deleted.isEmpty)
    // Three for each, and the policies.
    #expect(snapshot.requests == 8)
    #expect(graph.requests.allSatisfy { $0.method == .get })
  }

  @Test("one that is gone is looked for among the deleted, and one that never was is nowhere")
  func gone() async throws {
    let graph = ScriptedGraph(DirectoryScene.contents)
    let snapshot = try await scene.snapshot(graph, try scope(7, 1, 99))
    #expect(snapshot.applications.map(\.displayName) == ["App 1"])
    #expect(snapshot.deleted.map(\.displayName) == ["Old"])
  }

  @Test("one of another tenant has its service principal here")
  func foreign() async throws {
    let snapshot = try await scene.snapshot(ScriptedGraph(DirectoryScene.contents), try scope(6))
    #expect(snapshot.applications.isEmpty)
    #expect(snapshot.principals.map(\.displayName) == ["App 6"])
  }

  @Test("many are looked for in the lists where that takes fewer requests")
  func many() async throws {
    let graph = ScriptedGraph(DirectoryScene.contents)
    let ids = try Self.clientIDs(Array(2...40))
    let snapshot = try await scene.snapshot(graph, .applications(ids))
    #expect(snapshot.applications.map(\.displayName) == (2...5).map { "App \($0)" })
    #expect(snapshot.principals.map(\.displayName) == (2...6).map { "App \($0)" })
    #expect(snapshot.deleted.map(\.displayName) == ["Old"])
    #expect(snapshot.requests == 14)
  }

  @Test("many are asked for one by one where the lists are longer still")
  func longLists() async throws {
    var contents = DirectoryScene.contents
    contents.counts = ["applications": ["50000"], "servicePrincipals": ["60000"]]
    let ids = try Self.clientIDs(Array(1...21))
    let snapshot = try await scene.snapshot(ScriptedGraph(contents), .applications(ids))
    #expect(snapshot.applications.count == 5)
    // The two counts, two for each, a third for each of the five that are there, deleted and policies.
    #expect(snapshot.requests == 2 + 42 + 5 + 1 + 2)
  }

  @Test("of none it is asked whether they could be read")
  func none() async throws {
    let graph = ScriptedGraph(DirectoryScene.contents)
    let snapshot = try await scene.snapshot(graph, .applications([]))
    #expect(snapshot.applications.isEmpty)
    #expect(snapshot.requests == 3)
    let denied = ScriptedGraph(
      DirectoryScene.contents,
      troubles: [
        .init(
          collection: "applications/$count", page: 1,
          fault: .refusal(403, "Authorization_RequestDenied"))
      ])
    let failure = try #require(try await scene.failure(denied, .applications([])))
    guard case .permissionMissing("Application.Read.All") = failure.reason else {
      Issue.record("\(failure.reason)")
      return
    }
  }

  @Test(
    "a fault at any of the questions is no reading",
    arguments: ["applications", "federatedIdentityCredentials", "servicePrincipals"],
    [
      .refusal(403, "Authorization_RequestDenied"), .refusal(500, "InternalServerError"),
      .refusal(404, "UnknownError"), .answer(404, type: "text/html", body: "<h1>?</h1>"),
      .truncated, .failure(.tlsExpired), .redirect("https://evil.example/"),
      .answer(200, type: "application/json", body: "[]"),
      .answer(200, type: "application/json", body: "{}"),
    ] as [GraphFault])
  func faults(_ collection: String, _ fault: GraphFault) async throws {
    let graph = ScriptedGraph(
      DirectoryScene.contents, troubles: [.init(collection: collection, page: 1, fault: fault)])
    let failure = try #require(try await scene.failure(graph, try scope(2)))
    #expect(failure.collection == collection)
  }

  @Test("the one that cannot be read is named by its place")
  func place() async throws {
    var contents = DirectoryScene.contents
    contents.applications[2] = contents.applications[2].replacing(#""id":"0"#, with: #""id":"x"#)
    let failure = try #require(
      try await scene.failure(ScriptedGraph(contents), try scope(1, 2, 3, 4)))
    #expect(failure.page == 3)
    guard case .malformed("the answer.id is no GUID") = failure.reason else {
      Issue.record("\(failure.reason)")
      return
    }
  }

  @Test(
    "an answer about another application is none", arguments: ["applications", "servicePrincipals"])
  func mixedUp(_ collection: String) async throws {
    let graph = ScriptedGraph(
      DirectoryScene.contents,
      troubles: [
        .init(
          collection: collection, page: 1,
          fault: .edited(DirectoryScene.id(2, 2), with: DirectoryScene.id(2, 3)))
      ])
    let failure = try #require(try await scene.failure(graph, try scope(2)))
    #expect(failure.collection == collection)
    guard case .malformed("the answer.appId is another application's") = failure.reason else {
      Issue.record("\(failure.reason)")
      return
    }
  }

  @Test("service principals are read where the service does not know when they were created")
  func unknownCreation() async throws {
    for scope in [try scope(1, 2), .all] {
      let graph = ScriptedGraph(
        DirectoryScene.contents,
        troubles: [
          .init(
            collection: "servicePrincipals", page: 1, fault: .refusal(400, "Request_BadRequest"),
            times: 1)
        ])
      let snapshot = try await scene.snapshot(graph, scope)
      #expect(snapshot.principals.count == (scope == .all ? 5 : 2))
      let asked = graph.requests.filter {
        $0.url.path.contains("servicePrincipals") && $0.url.query != nil
      }
      #expect(
        asked.map { $0.url.query?.contains("createdDateTime") == true }.prefix(3)
          == [true, false, false])
    }
  }

  @Test("a member that the service does not know is not asked for again")
  func unknownMember() async throws {
    let graph = ScriptedGraph(
      DirectoryScene.contents,
      troubles: [
        .init(
          collection: "applications", page: 1, fault: .refusal(400, "Request_BadRequest"), times: 1)
      ])
    let snapshot = try await scene.snapshot(graph, try scope(1, 2))
    #expect(snapshot.applications.count == 2)
    let asked = graph.requests.filter { $0.url.path.contains("applications(") }
    #expect(asked.map { $0.url.query?.contains("isDisabled") } == [true, false, false])
  }

  @Test("a request that is never understood is a refusal", arguments: [1, 2])
  func neverUnderstood(_ page: Int) async throws {
    let graph = ScriptedGraph(
      DirectoryScene.contents,
      troubles: [
        .init(collection: "applications", page: page, fault: .refusal(400, "Request_BadRequest"))
      ])
    let failure = try #require(try await scene.failure(graph))
    #expect(failure.refusal?.status == 400)
    #expect(failure.page == page)
  }

  @Test("a service that does not expand federated credentials is asked for each application's")
  func notExpanded() async throws {
    let graph = ScriptedGraph(
      DirectoryScene.contents,
      troubles: [
        .init(
          collection: "federatedIdentityCredentials", page: 1,
          fault: .refusal(400, "Request_UnsupportedQuery"), times: 1)
      ])
    let snapshot = try await scene.snapshot(graph)
    #expect(snapshot.applications.map { $0.federations?.count } == [0, 1, 0, 0, 0])
    #expect(snapshot.requests == 14 - 2 + 5)
  }

  @Test("an expansion that may be cut short is not believed")
  func twenty() async throws {
    var contents = DirectoryScene.contents
    let twenty = (1...20).map { DirectoryScene.federation($0) }.joined(separator: ",")
    contents.federations[DirectoryScene.id(1, 3)] = "[\(twenty)]"
    let graph = ScriptedGraph(contents)
    let snapshot = try await scene.snapshot(graph)
    #expect(snapshot.applications.map { $0.federations?.count } == [0, 1, 20, 0, 0])
    #expect(snapshot.requests == 15)
  }

  @Test("an application that is gone before its own are read is left out")
  func goneMeanwhile() async throws {
    var contents = DirectoryScene.contents
    let twenty = (1...20).map { DirectoryScene.federation($0) }.joined(separator: ",")
    contents.federations[DirectoryScene.id(1, 5)] = "[\(twenty)]"
    let graph = ScriptedGraph(
      contents, pageSize: 10,
      troubles: [
        .init(
          collection: "federatedIdentityCredentials", page: 1,
          fault: .refusal(404, "Request_ResourceNotFound"), of: DirectoryScene.id(1, 5))
      ])
    let snapshot = try await scene.snapshot(graph)
    #expect(snapshot.applications.map(\.displayName) == (1...4).map { "App \($0)" })
  }
}
