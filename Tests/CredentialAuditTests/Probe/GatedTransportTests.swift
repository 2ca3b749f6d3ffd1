import EntraIdentity
import Foundation
import TestSupport
import Testing

@testable import CredentialAudit

@Suite("The gated transport tells the run's end from the host's silence", .timeLimit(.minutes(10)))
struct GatedTransportTests {
  private let time = ManualTime()

  /// Sends one request to a host that never answers, in a run with so many seconds left.
  private func failure(of left: TimeInterval) async throws -> TransportError? {
    let silent = CannedTransport { request throws(TransportError) in
      throw TransportError(kind: .timeout, host: request.url.host, detail: "no whole response")
    }
    let gate = RequestGate(settings: NetworkSettings(), time: time, deadline: time.now + left)
    let transport = GatedTransport(silent, gate: gate, tenant: "a", timeout: .seconds(20))
    let url = try EndpointURL("https://login.example/token")
    let failure = await #expect(throws: TransportError.self) {
      try await transport.send(HTTPRequest(method: .get, url: url))
    }
    #expect(silent.requests.map(\.timeout) == [.seconds(min(left, 20))])
    return failure
  }

  @Test(
    "a time limit is the deadline's where the deadline set it, and else the attempt's",
    arguments: [(60, .timeout), (20, .timeout), (5, .deadline)]
      as [(TimeInterval, TransportError.Kind)])
  func deadline(_ left: TimeInterval, _ kind: TransportError.Kind) async throws {
    #expect(try await failure(of: left)?.kind == kind)
  }

  @Test("a request that fails gives its place back")
  func place() async throws {
    let failing = CannedTransport()
    var settings = NetworkSettings()
    settings.concurrency = 1
    settings.perHost = 1
    let gate = RequestGate(settings: settings, time: time, deadline: time.now + 600)
    let transport = GatedTransport(failing, gate: gate, tenant: "a", timeout: .seconds(20))
    let url = try EndpointURL("https://login.example/token")
    for _ in 0..<3 {
      await #expect(throws: TransportError.self) {
        try await transport.send(HTTPRequest(method: .get, url: url))
      }
    }
    #expect(failing.requests.count == 3)
  }

  @Test("a 429 holds back the tenant that got it, for as long as it says")
  func throttled() async throws {
    let busy = CannedTransport { _ throws(TransportError) in
      HTTPResponse(status: 429, headers: [(name: "Retry-After", value: "30")], body: [])
    }
    let gate = RequestGate(settings: NetworkSettings(), time: time, deadline: time.now + 600)
    let transport = GatedTransport(busy, gate: gate, tenant: "a", timeout: .seconds(20))
    let start = time.now
    let url = try EndpointURL("https://login.example/token")
    _ = try await transport.send(HTTPRequest(method: .get, url: url))
    _ = try await gate.enter(host: "login.example", tenant: "b")
    #expect(time.now.timeIntervalSince(start) < 1)
    _ = try await gate.enter(host: "login.example", tenant: "a")
    #expect(time.now.timeIntervalSince(start) >= 30)
  }
}
