import CredentialAudit
import EntraIdentity
import Foundation
import TestSupport
import Testing

@Suite("The gate goes by how a host fares", .timeLimit(.minutes(10)))
struct RequestGatePaceTests {
  private let time = ManualTime()

  private func gate(_ change: (inout NetworkSettings) -> Void = { _ in }) -> RequestGate {
    var settings = NetworkSettings()
    settings.ratePerSecond = 1000
    change(&settings)
    return RequestGate(settings: settings, time: time, deadline: time.now + 600)
  }

  @Test("an answer lets in whoever waits for the place that it earned")
  func placeIsEarned() async throws {
    let gate = gate()
    for number in 0..<4 { _ = try await gate.enter(host: "new.example", tenant: "t\(number)") }
    let waiting = Task { try await gate.enter(host: "new.example", tenant: "fifth") }
    for _ in 0..<100 { await Task.yield() }
    #expect(gate.sent["new.example"] == 4)
    gate.answered(host: "new.example")
    // Nobody has left: without the earned place this would wait for ever.
    _ = try await waiting.value
    #expect(gate.sent["new.example"] == 5)
  }

  @Test("places that a throttling took are gone when they are given back")
  func placesShrink() async throws {
    let gate = gate()
    for number in 0..<4 { _ = try await gate.enter(host: "busy.example", tenant: "t\(number)") }
    for number in 0..<3 {
      gate.throttled(host: "busy.example", tenant: "t\(number)", retryAfter: .zero)
    }
    let waiting = Task { try await gate.enter(host: "busy.example", tenant: "later") }
    for _ in 0..<100 { await Task.yield() }
    for _ in 0..<2 { gate.leave(host: "busy.example") }
    for _ in 0..<100 { await Task.yield() }
    #expect(gate.sent["busy.example"] == 4)
    gate.leave(host: "busy.example")
    _ = try await waiting.value
    #expect(gate.sent["busy.example"] == 5)
  }

  @Test("a tenant that is throttled while its next request waits for the window is spared it too")
  func throttledBeforeTheWindow() async throws {
    let gate = gate { $0.concurrency = 1 }
    _ = try await gate.enter(host: "login.example", tenant: "a")
    let start = time.now
    let waiting = Task { try await gate.enter(host: "login.example", tenant: "a") }
    for _ in 0..<100 { await Task.yield() }
    gate.throttled(host: "login.example", tenant: "a", retryAfter: .seconds(30))
    gate.leave(host: "login.example")
    _ = try await waiting.value
    #expect(time.now.timeIntervalSince(start) >= 30)
  }
}
