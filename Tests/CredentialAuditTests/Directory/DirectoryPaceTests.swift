import EntraIdentity
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import CredentialAudit

@Suite("A directory is asked politely and not for ever", .timeLimit(.minutes(10)))
struct DirectoryPaceTests {
  /// Each answer takes some time on the scene's clock.
  private struct SlowGraph: HTTPTransport {
    let base: ScriptedGraph
    let time: ManualTime
    let delay: Duration

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
      time.advance(by: delay)
      return try await base.send(request)
    }
  }

  /// Ends the task that asks, from one request on.
  private struct EndingGraph: HTTPTransport {
    let base: ScriptedGraph
    let last: Int

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
      let response = try await base.send(request)
      if base.requests.count == last { withUnsafeCurrentTask { $0?.cancel() } }
      return response
    }
  }

  private func graph(
    _ troubles: [ScriptedGraph.Trouble] = [], headers: [(name: String, value: String)] = []
  ) -> ScriptedGraph {
    ScriptedGraph(DirectoryScene.contents, troubles: troubles, headers: headers)
  }

  @Test(
    "what Graph asks for after a 429 is waited for, and no less",
    arguments: [
      ("2.128", 2.128), ("30", 30), ("0.5", 0.5), ("Wed, 18 Nov 2026 11:07:40 GMT", 60),
    ] as [(String, Double)])
  func retryAfter(_ text: String, _ seconds: Double) async throws {
    let scene = DirectoryScene()
    let begin = scene.time.now
    let fault = GraphFault.refusal(429, "TooManyRequests", retryAfter: text)
    let graph = graph([.init(collection: "applications", page: 2, fault: fault, times: 1)])
    _ = try await scene.snapshot(graph)
    let waited = scene.time.now.timeIntervalSince(begin)
    #expect(waited >= seconds)
    #expect(waited < seconds + 3)
  }

  @Test(
    "what is absurd ends the reading at once",
    arguments: ["3600", "86400", "99999999999999999999", "Fri, 31 Dec 2099 23:59:59 GMT"])
  func absurd(_ text: String) async throws {
    let scene = DirectoryScene()
    let begin = scene.time.now
    let fault = GraphFault.refusal(429, "TooManyRequests", retryAfter: text)
    let graph = graph([.init(collection: "applications", page: 2, fault: fault)])
    #expect(try await scene.failure(graph)?.refusal?.status == 429)
    #expect(scene.time.now.timeIntervalSince(begin) < 5)
  }

  @Test(
    "what cannot be read is an ordinary wait", arguments: ["", "-1", "soon", "1e3", "nan", "0x10"])
  func unreadable(_ text: String) async throws {
    let fault = GraphFault.refusal(429, "TooManyRequests", retryAfter: text)
    let graph = graph([.init(collection: "applications", page: 2, fault: fault, times: 1)])
    let scene = DirectoryScene()
    let begin = scene.time.now
    #expect(try await scene.snapshot(graph).applications.count == 5)
    #expect(scene.time.now.timeIntervalSince(begin) < 10)
  }

  @Test(
    "a share that is nearly used up slows the reading down before a 429 comes",
    arguments: [("0.9", 1.0), ("1.0", 2), ("1.8", 10), ("99", 10), ("inf", 10)])
  func share(_ text: String, _ each: Double) async throws {
    let scene = DirectoryScene()
    let begin = scene.time.now
    let snapshot = try await scene.snapshot(
      graph(headers: [(name: "x-ms-throttle-limit-percentage", value: text)]))
    let waited = scene.time.now.timeIntervalSince(begin)
    let expected = Double(snapshot.requests - 1) * each
    #expect(abs(waited - expected) < 0.5, "\(waited)")
  }

  @Test(
    "a share that is free, or no number, slows nothing",
    arguments: ["0.8", "-5", "nan", "much", ""])
  func freeShare(_ text: String) async throws {
    let scene = DirectoryScene()
    let begin = scene.time.now
    _ = try await scene.snapshot(
      graph(headers: [(name: "x-ms-throttle-limit-percentage", value: text)]))
    #expect(scene.time.now.timeIntervalSince(begin) < 1)
  }

  @Test("requests for certificates stay below their own limit a minute")
  func keys() async throws {
    var scene = DirectoryScene()
    scene.limits.keyRequestsPerMinute = 2
    let begin = scene.time.now
    // Three pages of applications and three of principals, two in each minute.
    _ = try await scene.snapshot(graph())
    let waited = scene.time.now.timeIntervalSince(begin)
    #expect(waited >= 120)
    #expect(waited < 125)
  }

  @Test("also where a link does not say that it leads to some")
  func keysBehindLinks() async throws {
    var scene = DirectoryScene()
    scene.limits.keyRequestsPerMinute = 1
    let link = "\"\(ScriptedGraph.origin)/v1.0/servicePrincipals?$skiptoken=2\""
    let begin = scene.time.now
    _ = try await scene.snapshot(
      ScriptedGraph(
        DirectoryScene.contents, pageSize: 3,
        troubles: [.init(collection: "servicePrincipals", page: 1, fault: .link(link))]))
    // Two pages of each list, one in each minute.
    #expect(scene.time.now.timeIntervalSince(begin) >= 180)
  }

  @Test("it says who asks, and that others come first")
  func manners() async throws {
    let graph = graph()
    _ = try await DirectoryScene().snapshot(graph)
    for request in graph.requests {
      let headers = Dictionary(uniqueKeysWithValues: request.headers.map { ($0.name, $0.value) })
      #expect(headers["x-ms-throttle-priority"] == "low")
      #expect(headers["User-Agent"] == ProductIdentity.library.userAgent)
      #expect(headers["client-request-id"]?.count == 36)
    }
  }

  @Test("a reading that takes too long is none")
  func ownDeadline() async throws {
    let scene = DirectoryScene()
    let slow = SlowGraph(base: graph(), time: scene.time, delay: .seconds(200))
    let failure = try #require(try await scene.failure(slow))
    guard case .tooMuch(let text) = failure.reason else {
      Issue.record("\(failure.reason)")
      return
    }
    #expect(text.contains("900"))
    #expect(slow.base.requests.count == 5)
  }

  @Test("the run's deadline comes first where it is earlier")
  func runDeadline() async throws {
    var scene = DirectoryScene()
    scene.runTime = 300
    let slow = SlowGraph(base: graph(), time: scene.time, delay: .seconds(200))
    let failure = try #require(try await scene.failure(slow))
    guard case .failed(.transport(let error)) = failure.reason else {
      Issue.record("\(failure.reason)")
      return
    }
    #expect(error.kind == .deadline)
    #expect(slow.base.requests.count == 2)
  }

  @Test("a run that is ended reads nothing more", arguments: [1, 4, 14])
  func cancelled(_ last: Int) async throws {
    let ending = EndingGraph(base: graph(), last: last)
    let scene = DirectoryScene()
    let observation = try await Task { try await scene.read(ending) }.value
    #expect(ending.base.requests.count == last)
    guard last < 14 else {
      // What was read to its end before the end is whole.
      if case .read = observation { return }
      Issue.record("\(observation)")
      return
    }
    guard case .failed(let failure) = observation,
      case .failed(.transport(let error)) = failure.reason
    else {
      Issue.record("\(observation)")
      return
    }
    #expect(error.kind == .cancelled)
  }

  @Test("a list without end is left", arguments: [1, 2])
  func pages(_ most: Int) async throws {
    var scene = DirectoryScene()
    scene.limits.pages = most
    let failure = try #require(try await scene.failure(graph()))
    #expect(failure.collection == "federatedIdentityCredentials")
    #expect(failure.page == most)
    guard case .tooMuch(let text) = failure.reason else {
      Issue.record("\(failure.reason)")
      return
    }
    #expect(text == "there are more than \(most) pages")
  }

  @Test("no answer may be longer than a page")
  func pageBytes() async throws {
    var scene = DirectoryScene()
    scene.limits.pageBytes = 4_711
    let graph = graph()
    _ = try await scene.snapshot(graph)
    #expect(graph.requests.allSatisfy { $0.maximumResponseBytes == 4_711 })
  }
}
