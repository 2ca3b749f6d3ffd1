import EntraIdentity
import Foundation
import TestSupport
import Testing

@testable import CredentialAudit

@Suite("A list is counted", .timeLimit(.minutes(10)))
struct DirectoryCountTests {
  private let scene = DirectoryScene()

  private func graph(
    _ counts: [String], of collection: String = "applications",
    troubles: [ScriptedGraph.Trouble] = []
  ) -> ScriptedGraph {
    var contents = DirectoryScene.contents
    contents.counts = [collection: counts]
    return ScriptedGraph(contents, troubles: troubles)
  }

  @Test("a count goes with its header, and no list does")
  func header() async throws {
    let graph = graph([])
    _ = try await scene.snapshot(graph)
    for request in graph.requests {
      let header = request.headers.first { $0.name == "ConsistencyLevel" }?.value
      #expect(header == (request.url.path.hasSuffix("$count") ? "eventual" : nil))
    }
  }

  @Test(
    "a list is whole where its number lies within the counts before and after it",
    arguments: [
      (["5"], 0), (["\u{FEFF}5"], 0), (["4", "5"], 1), (["4", "6"], 1), (["6", "4"], 1),
      (["7", "6", "5"], 2), (["4", "4", "4", "5"], 3),
    ] as [([String], Int)])
  func whole(_ counts: [String], _ looks: Int) async throws {
    let graph = graph(counts)
    #expect(try await scene.snapshot(graph).applications.count == 5)
    #expect(graph.requests.count { $0.url.path.hasSuffix("applications/$count") } == 1 + looks)
  }

  @Test(
    "a list of another number is no reading, however often it is counted",
    arguments: [("4", 4, 5), ("6", 6, 5), ("0", 0, 5), ("50000", 50_000, 5)], ["applications"])
  func miscounted(_ said: (String, Int, Int), _ collection: String) async throws {
    let failure = try #require(try await scene.failure(graph([said.0], of: collection)))
    guard case .miscounted(said.1, said.2) = failure.reason else {
      Issue.record("\(failure.reason)")
      return
    }
    #expect(failure.collection == collection)
    #expect(scene.time.slept.count { $0 == .seconds(5) } == 3)
  }

  @Test("principals are counted before others' are left out")
  func principals() async throws {
    #expect(try await scene.snapshot(graph(["6"], of: "servicePrincipals")).principals.count == 5)
    let failure = try #require(
      try await scene.failure(graph(["5"], of: "servicePrincipals")))
    #expect(failure.collection == "servicePrincipals")
  }

  @Test("a list that ends before its end is noticed", arguments: [1, 2])
  func endsEarly(_ page: Int) async throws {
    let graph = graph(
      [], troubles: [.init(collection: "applications", page: page, fault: .link("null"))])
    let failure = try #require(try await scene.failure(graph))
    guard case .miscounted(5, page * 2) = failure.reason else {
      Issue.record("\(failure.reason)")
      return
    }
  }

  @Test("an entry that comes twice counts once")
  func twice() async throws {
    var contents = DirectoryScene.contents
    contents.applications.append(DirectoryScene.application(1))
    contents.counts = ["applications": ["5"]]
    #expect(try await scene.snapshot(ScriptedGraph(contents)).applications.count == 5)
  }

  @Test("an empty page with a link is a page like others")
  func emptyPage() async throws {
    let link = ScriptedGraph.origin + "/v1.0/applications?$expand=owners&$skiptoken=3"
    let empty = #"{"value":[],"@odata.nextLink":"\#(link)"}"#
    var contents = DirectoryScene.contents
    contents.counts = ["applications": ["3"]]
    let graph = ScriptedGraph(
      contents,
      troubles: [
        .init(
          collection: "applications", page: 2,
          fault: .answer(200, type: "application/json", body: empty))
      ])
    #expect(try await scene.snapshot(graph).applications.count == 3)
    #expect(graph.requests.contains { $0.url.description == link })
  }

  @Test("a service that does not count is read without it")
  func notServed() async throws {
    let graph = graph(
      [],
      troubles: ["applications/$count", "servicePrincipals/$count"].map {
        .init(collection: $0, page: 1, fault: .refusal(400, "Request_BadRequest"))
      })
    #expect(try await scene.snapshot(graph).applications.count == 5)
  }

  @Test(
    "a count that is none, or is refused, is no count",
    arguments: [
      .answer(200, type: "text/plain", body: "five"), .answer(200, type: "text/plain", body: ""),
      .answer(200, type: "text/plain", body: "-5"), .answer(200, type: "text/plain", body: "5.0"),
      .answer(200, type: "text/plain", body: "99999999999999999999"),
      .answer(200, type: "text/html", body: "<p>5</p>"),
      .refusal(403, "Authorization_RequestDenied"),
      .refusal(500, "InternalServerError"), .refusal(404, "Request_ResourceNotFound"),
      .failure(.reset), .redirect("https://evil.example/5"),
    ] as [GraphFault])
  func noCount(_ fault: GraphFault) async throws {
    let graph = graph(
      [], troubles: [.init(collection: "applications/$count", page: 1, fault: fault)])
    let failure = try #require(try await scene.failure(graph))
    #expect(failure.collection == "applications")
    #expect(failure.page == 1)
  }
}
