import EntraIdentity
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import CredentialAudit

@Suite("The platform is asked as politely as any host")
struct GatedPlatformTransportTests {
  private static func gate(_ time: ManualTime, deadline: Duration = .seconds(3600)) -> RequestGate {
    RequestGate(
      settings: NetworkSettings().ofPlatform, time: time,
      deadline: time.now + deadline / .seconds(1))
  }

  private static func request() throws -> PlatformRequest {
    PlatformRequest(
      method: .get, url: try PlatformURL("http://169.254.169.254/t"), connectTimeout: .seconds(9),
      timeout: .seconds(60))
  }

  @Test("five at a time and twenty a second, or fewer where the inventory says so")
  func settings() {
    var settings = NetworkSettings()
    #expect(settings.ofPlatform.perHost == 5)
    #expect(settings.ofPlatform.concurrency == 5)
    #expect(settings.ofPlatform.ratePerSecond == 20)
    settings.perHost = 2
    settings.ratePerSecond = 0.5
    #expect(settings.ofPlatform.perHost == 2)
    #expect(settings.ofPlatform.ratePerSecond == 0.5)
  }

  @Test("within the inventory's time for an attempt, and within what is left of the run")
  func limits() async throws {
    let time = ManualTime()
    let base = CannedPlatformTransport("{}")
    for (timeout, deadline, expected) in [(20, 3600, 20), (20, 5, 5), (1, 3600, 1)] {
      let transport = GatedPlatformTransport(
        base: base, gate: Self.gate(time, deadline: .seconds(deadline)),
        timeout: .seconds(timeout))
      _ = try await transport.send(Self.request())
      let sent = try #require(base.requests.last)
      #expect(sent.timeout == .seconds(expected))
      #expect(sent.connectTimeout == .seconds(min(expected, 9)))
    }
  }

  @Test("not at all after the deadline")
  func deadline() async throws {
    let base = CannedPlatformTransport("{}")
    let transport = GatedPlatformTransport(
      base: base, gate: Self.gate(ManualTime(), deadline: .zero), timeout: .seconds(20))
    let error = await #expect(throws: TransportError.self) {
      try await transport.send(Self.request())
    }
    #expect(error?.kind == .deadline)
    #expect(base.requests.isEmpty)
  }

  @Test("and a throttling holds back all who ask")
  func throttled() async throws {
    let time = ManualTime()
    let base = CannedPlatformTransport(status: 429, "{}", headers: [("Retry-After", "30")])
    let gate = Self.gate(time)
    for _ in 0..<2 {
      _ = try await GatedPlatformTransport(base: base, gate: gate, timeout: .seconds(20))
        .send(Self.request())
    }
    #expect(time.slept.reduce(.zero, +) >= .seconds(30))
  }
}
