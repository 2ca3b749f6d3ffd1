import EntraIdentity
import Foundation
import TestSupport
import Testing

@testable import CredentialAudit

@Suite("A directory is read to its end or not at all", .timeLimit(.minutes(10)))
struct DirectoryReaderTests {
  private let scene = DirectoryScene()

  @Test("all of the tenant's own is read, with owners and federated credentials, by GET alone")
  func whole() async throws {
    let graph = ScriptedGraph(DirectoryScene.contents)
    let snapshot = try await scene.snapshot(graph)
    #expect(snapshot.applications.map(\.displayName) == (1...5).map { "App \($0)" })
    #expect(
      snapshot.applications.map { $0.federations?.map(\.name) } == [[], ["ci 1"], [], [], []])
    #expect(snapshot.applications[0].owners?.map(\.address) == ["ada@contoso.example"])
    #expect(snapshot.applications[0].passwords[0].hint == "abc")
    #expect(snapshot.principals.count == 5)
    #expect(
      snapshot.principals.allSatisfy {
        $0.appOwnerTenantID?.uuidString.lowercased() == DirectoryScene.tenant
      })
    #expect(snapshot.deleted.map(\.displayName) == ["Old"])
    #expect(snapshot.deleted[0].deletedAt == Date(timeIntervalSince1970: 1_793_491_200))
    #expect(snapshot.policy == DirectoryPolicy())
    // Two counts, three pages of each of the three lists, the deleted, the tenant's policy and others'.
    #expect(snapshot.requests == 14)
    #expect(graph.requests.count == 14)
    #expect(graph.requests.allSatisfy { $0.method == .get && $0.body.isEmpty })
    #expect(scene.tokens.log == [false])
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let fault: GraphFault
    let isExpected: @Sendable (DirectoryFailure.Reason) -> Bool
    var testDescription: String { name }
  }

  static let lists = [
    "applications", "federatedIdentityCredentials", "servicePrincipals",
  ].flatMap { name in [1, 2, 3].map { (name, $0) } }

  /// Faults that no repeat and no new token overcomes.
  static let lasting: [Fault] = [
    Fault(name: "429 for ever", fault: .refusal(429, "TooManyRequests", retryAfter: "1")) {
      if case .refused(let refusal) = $0 { refusal.status == 429 } else { false }
    },
    Fault(name: "500", fault: .refusal(500, "InternalServerError")) {
      if case .refused(let refusal) = $0 { refusal.code == "InternalServerError" } else { false }
    },
    Fault(name: "503 as a page", fault: .answer(503, type: "text/html", body: "<h1>Busy</h1>")) {
      if case .failed(.unexpected(let found)) = $0 { found.status == 503 } else { false }
    },
    Fault(name: "403", fault: .refusal(403, "Authorization_RequestDenied")) {
      if case .permissionMissing("Application.Read.All") = $0 { true } else { false }
    },
    Fault(name: "403 of another kind", fault: .refusal(403, "Forbidden")) {
      if case .refused(let refusal) = $0 { refusal.requestID == "r-1" } else { false }
    },
    Fault(name: "404", fault: .refusal(404, "Request_ResourceNotFound")) {
      if case .refused(let refusal) = $0 { refusal.status == 404 } else { false }
    },
    Fault(name: "no token is taken", fault: .refusal(401, "InvalidAuthenticationToken")) {
      if case .refused(let refusal) = $0 { refusal.status == 401 } else { false }
    },
    Fault(name: "half a page", fault: .truncated) {
      if case .malformed(let text) = $0 { text.contains("no JSON") } else { false }
    },
    Fault(name: "a page of another kind", fault: .answer(200, type: "text/html", body: "{}")) {
      if case .failed(.unexpected(let found)) = $0 { found.reason == .notJSON } else { false }
    },
    Fault(name: "nothing", fault: .answer(200, type: "application/json", body: "")) {
      if case .failed(.unexpected(let found)) = $0 { found.reason == .empty } else { false }
    },
    Fault(name: "no list", fault: .answer(200, type: "application/json", body: "{}")) {
      if case .malformed("value is missing") = $0 { true } else { false }
    },
    Fault(
      name: "an error with a good status",
      fault: .answer(200, type: "application/json", body: #"{"error":{"code":"x"}}"#)
    ) { if case .malformed = $0 { true } else { false } },
    Fault(
      name: "two lists",
      fault: .answer(200, type: "application/json", body: #"{"value":[],"value":[]}"#)
    ) { if case .malformed("value stands twice") = $0 { true } else { false } },
    Fault(name: "a bad id", fault: .edited(#""id":"0"#, with: #""id":"x"#)) {
      if case .malformed("value[0].id is no GUID") = $0 { true } else { false }
    },
    Fault(name: "a link to itself", fault: .selfLink) {
      if case .loop = $0 { true } else { false }
    },
    Fault(name: "a link to the first page", fault: .firstLink) {
      if case .loop = $0 { true } else { false }
    },
    Fault(name: "a foreign link", fault: .link(#""https://evil.example/v1.0/applications""#)) {
      if case .foreignLink(host: "evil.example") = $0 { true } else { false }
    },
    Fault(name: "a foreign port", fault: .link(#""https://graph.example:8443/v1.0/x""#)) {
      if case .foreignLink(host: "graph.example:8443") = $0 { true } else { false }
    },
    Fault(
      name: "a link whose user info looks like the host",
      fault: .link(#""https://graph.example@evil.example/v1.0/x""#)
    ) { if case .malformed = $0 { true } else { false } },
    Fault(name: "a link in the clear", fault: .link(#""http://graph.example/v1.0/x""#)) {
      if case .malformed("@odata.nextLink is no https URL") = $0 { true } else { false }
    },
    Fault(name: "a link that is a path", fault: .link(#""/v1.0/applications?p=2""#)) {
      if case .malformed = $0 { true } else { false }
    },
    Fault(name: "a link that is a number", fault: .link("7")) {
      if case .malformed = $0 { true } else { false }
    },
    Fault(name: "a redirect", fault: .redirect("https://evil.example/")) {
      if case .failed(.unexpected(let found)) = $0 {
        found.reason == .redirect(toHost: "evil.example")
      } else {
        false
      }
    },
    Fault(name: "a packed page", fault: .packed) {
      if case .failed(.unexpected(let found)) = $0 {
        found.reason == .encoded("gzip")
      } else {
        false
      }
    },
    Fault(name: "too large", fault: .failure(.tooLarge)) {
      if case .failed(.transport(let error)) = $0 { error.kind == .tooLarge } else { false }
    },
    Fault(name: "cut off for ever", fault: .failure(.reset)) {
      if case .failed(.transport(let error)) = $0 { error.kind == .reset } else { false }
    },
  ]

  @Test("a fault that lasts fails the whole reading, at whichever page", arguments: lasting, lists)
  func lastingFault(_ fault: Fault, _ place: (String, Int)) async throws {
    let graph = ScriptedGraph(
      DirectoryScene.contents,
      troubles: [.init(collection: place.0, page: place.1, fault: fault.fault)])
    let failure = try #require(try await scene.failure(graph))
    #expect(failure.collection == place.0)
    #expect(failure.page == place.1)
    #expect(fault.isExpected(failure.reason), "\(failure.reason)")
    #expect(graph.requests.allSatisfy { $0.url.host == "graph.example" })
    #expect(graph.requests.count < 25)
  }

  static let passing: [GraphFault] = [
    .refusal(429, "TooManyRequests", retryAfter: "2.128"), .refusal(429, "TooManyRequests"),
    .refusal(503, "Service_ServiceUnavailable", retryAfter: "Tue, 18 Nov 2026 00:00:00 GMT"),
    .refusal(504, "GatewayTimeout"), .refusal(500, "InternalServerError"),
    .answer(502, type: "text/html", body: "<h1>Bad gateway</h1>"), .failure(.reset),
    .failure(.timeout), .expiredToken,
  ]

  @Test(
    "a link may be longer than an endpoint, within reason, and is followed to its letter",
    arguments: [5_000, 40_000])
  func longLink(_ length: Int) async throws {
    let own = "\(ScriptedGraph.origin)/v1.0/applications?$expand=owners&$skiptoken=2&x="
    let link = own + String(repeating: "a", count: length)
    let graph = ScriptedGraph(
      DirectoryScene.contents, pageSize: 3,
      troubles: [.init(collection: "applications", page: 1, fault: .link("\"\(link)\""))])
    guard length > 32_768 else {
      #expect(try await scene.snapshot(graph).applications.count == 5)
      #expect(graph.requests.contains { $0.url.description == link })
      return
    }
    let failure = try #require(try await scene.failure(graph))
    guard case .malformed("@odata.nextLink is no https URL") = failure.reason else {
      Issue.record("\(failure.reason)")
      return
    }
  }

  @Test("a fault that passes is overcome, at whichever page", arguments: passing, lists)
  func passingFault(_ fault: GraphFault, _ place: (String, Int)) async throws {
    let graph = ScriptedGraph(
      DirectoryScene.contents,
      troubles: [.init(collection: place.0, page: place.1, fault: fault, times: 1)])
    let snapshot = try await scene.snapshot(graph)
    #expect(snapshot.applications.count == 5)
    #expect(snapshot.principals.count == 5)
    #expect(snapshot.requests == 15)
    #expect(scene.tokens.log == (fault == .expiredToken ? [false, true] : [false]))
  }
}
