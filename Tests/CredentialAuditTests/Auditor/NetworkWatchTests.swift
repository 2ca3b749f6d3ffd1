import EntraIdentity
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import CredentialAudit

@Suite("What requests teach of the way")
struct NetworkWatchTests {
  private struct Plan {
    let time = ManualTime()
    let watch = NetworkWatch()

    /// Asks a host once; the answer is so long on its way, and the service's clock is so far behind.
    func ask(_ host: String, taking roundTrip: Duration, behind: TimeInterval) async throws {
      let canned = CannedTransport { [time] request throws(TransportError) in
        time.advance(by: roundTrip)
        let date = time.now.addingTimeInterval(-behind)
        return HTTPResponse(status: 200, headers: [("Date", Self.httpDate(date))], body: [])
      }
      try await send(host, canned)
    }

    func send(_ host: String, _ base: CannedTransport) async throws {
      let request = HTTPRequest(method: .get, url: try EndpointURL("https://\(host)/"))
      _ = try await WatchedTransport(base: base, watch: watch, time: time).send(request)
    }

    private static func httpDate(_ date: Date) -> String {
      let moment = UTCMoment(date)
      let time = [moment.hour, moment.minute, moment.second].map {
        $0 < 10 ? "0\($0)" : "\($0)"
      }.joined(separator: ":")
      return "Wed, \(moment.day) Nov \(moment.year) \(time) GMT"
    }
  }

  @Test("the quickest answer of a host tells its time")
  func quickest() async throws {
    let plan = Plan()
    try await plan.ask("a.example", taking: .seconds(40), behind: 600)
    #expect(plan.watch.clock(of: "a.example")?.offset == 580)
    try await plan.ask("a.example", taking: .zero, behind: 600)
    #expect(plan.watch.clock(of: "a.example")?.offset == 600)
    try await plan.ask("a.example", taking: .seconds(20), behind: 0)
    #expect(plan.watch.clock(of: "a.example")?.offset == 600)
    #expect(plan.watch.clock(of: "b.example") == nil)
    #expect(plan.watch.clocks.map(\.host) == ["a.example"])
  }

  @Test("the first answers are read, and not those of an hour later")
  func first() async throws {
    let plan = Plan()
    for _ in 0..<8 { try await plan.ask("a.example", taking: .seconds(2), behind: 0) }
    try await plan.ask("a.example", taking: .zero, behind: 600)
    #expect(plan.watch.clock(of: "a.example")?.offset == -1)
  }

  @Test("a failure is remembered by its kind, but for what the run's own end cut short")
  func failures() async throws {
    let plan = Plan()
    for kind in TransportError.Kind.allCases {
      let failing = CannedTransport { request throws(TransportError) in
        throw TransportError(kind: kind, host: request.url.host, detail: "")
      }
      await #expect(throws: TransportError.self) { try await plan.send("a.example", failing) }
    }
    let outcome = try #require(plan.watch.outcomes.first)
    #expect(!outcome.hasAnswered)
    #expect(
      outcome.failures == Set(TransportError.Kind.allCases).subtracting([.cancelled, .deadline]))
    try await plan.ask("a.example", taking: .zero, behind: 0)
    #expect(plan.watch.outcomes.map(\.hasAnswered) == [true])
  }
}
