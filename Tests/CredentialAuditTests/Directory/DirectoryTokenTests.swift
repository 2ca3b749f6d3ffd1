import EntraIdentity
import Foundation
import TestSupport
import Testing

@testable import CredentialAudit

@Suite("A directory's token", .timeLimit(.minutes(10)))
struct DirectoryTokenTests {
  private static let expired = GraphFault.expiredToken
  private static let denied = GraphFault.refusal(403, "Authorization_RequestDenied")

  private func graph(_ troubles: ScriptedGraph.Trouble...) -> ScriptedGraph {
    ScriptedGraph(DirectoryScene.contents, troubles: troubles)
  }

  private static func token(_ payload: String) -> String {
    func part(_ text: String) -> String {
      Data(text.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
        .replacing("=", with: "")
    }
    return [part(#"{"alg":"RS256","typ":"JWT"}"#), part(payload), part("no signature")]
      .joined(separator: ".")
  }

  @Test("every request carries it, and it goes nowhere else")
  func carried() async throws {
    let graph = graph()
    _ = try await DirectoryScene().snapshot(graph)
    for request in graph.requests {
      #expect(request.headers.first { $0.name == "Authorization" }?.value == "Bearer one")
      #expect(!"\(request)".contains("one"))
    }
  }

  @Test("each time it ends it is renewed, and the same page is asked again")
  func renewed() async throws {
    let graph = graph(
      .init(collection: "applications", page: 2, fault: Self.expired, times: 1),
      .init(collection: "servicePrincipals", page: 3, fault: Self.expired, times: 1))
    let scene = DirectoryScene()
    let snapshot = try await scene.snapshot(graph)
    #expect(scene.tokens.log == [false, true, true])
    #expect(snapshot.requests == 16)
    #expect(snapshot.applications.count == 5)
  }

  @Test("a service that takes no token is asked twice and no more")
  func neverTaken() async throws {
    let graph = graph(
      .init(
        collection: "applications/$count", page: 1,
        fault: .refusal(401, "InvalidAuthenticationToken")))
    let scene = DirectoryScene()
    let failure = try #require(try await scene.failure(graph))
    #expect(failure.refusal?.status == 401)
    #expect(graph.requests.count == 2)
    #expect(scene.tokens.log == [false, true])
  }

  @Test("another 401 renews nothing")
  func other401() async throws {
    let graph = graph(
      .init(collection: "applications", page: 1, fault: .refusal(401, "Unauthorized")))
    let scene = DirectoryScene()
    #expect(try await scene.failure(graph)?.refusal?.code == "Unauthorized")
    #expect(scene.tokens.log == [false])
  }

  @Test("without one nothing is asked")
  func none() async throws {
    let problem = CredentialProblem(.malformed, "there is nothing to present")
    let scene = DirectoryScene(tokens: ScriptedTokens(failing: .credential(problem)))
    let graph = graph()
    let failure = try #require(try await scene.failure(graph))
    guard case .noToken(.credential) = failure.reason else {
      Issue.record("\(failure.reason)")
      return
    }
    #expect(graph.requests.isEmpty)
  }

  @Test(
    "a denial names the permission, unless the token says that it is there",
    arguments: [
      ("one", true), (token(#"{"roles":[]}"#), true), (token("{}"), true),
      (token(#"{"roles":["User.Read.All","Application.ReadWrite.OwnedBy"]}"#), true),
      (token(#"{"roles":["application.read.all"]}"#), true),
      (token(#"{"roles":["Application.Read.All"]}"#), false),
      (token(#"{"roles":["x","Directory.Read.All"]}"#), false),
      (token(#"{"roles":"Application.ReadWrite.All"}"#), false),
    ])
  func denied(_ token: String, _ isMissing: Bool) async throws {
    let scene = DirectoryScene(tokens: ScriptedTokens([token]))
    let graph = graph(.init(collection: "applications/$count", page: 1, fault: Self.denied))
    let failure = try #require(try await scene.failure(graph))
    switch failure.reason {
    case .permissionMissing(let needed): #expect(isMissing && needed == "Application.Read.All")
    case .refused(let refusal): #expect(!isMissing && refusal.status == 403)
    default: Issue.record("\(failure.reason)")
    }
    #expect(graph.requests.count == 1)
  }

  @Test("a token that the service echoes is in no failure")
  func echoed() async throws {
    let token = Self.token(#"{"roles":[]}"#)
    let body =
      #"{"error":{"code":"Bad \#(token)","message":"token \#(token) \u001b[31mis bad","#
      + #""innerError":{"request-id":"\#(token)"}}}"#
    let scene = DirectoryScene(tokens: ScriptedTokens([token]))
    let graph = graph(
      .init(
        collection: "applications", page: 1,
        fault: .answer(400, type: "application/json", body: body)))
    let refusal = try #require(try await scene.failure(graph)?.refusal)
    #expect(!"\(refusal)".contains(token))
    #expect(refusal.message == "token <redacted> is bad")
    #expect(refusal.status == 400)
  }
}
