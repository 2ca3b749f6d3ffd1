import Foundation
import Testing

@testable import CredentialAudit

@Suite("How fast one host is asked")
struct HostPaceTests {
  private let start = Date(timeIntervalSince1970: 1_795_000_000)

  private func pace(perHost: Int = 64, rate: Double = 50) -> HostPace {
    var settings = NetworkSettings()
    settings.perHost = perHost
    settings.ratePerSecond = rate
    return HostPace(settings)
  }

  @Test(
    "it starts with a few requests, adds one for each answer and stops at what is allowed",
    arguments: [(0, 64, 4), (1, 64, 5), (30, 64, 34), (1000, 64, 64), (0, 2, 2), (1000, 2, 2)])
  func startsSlowly(answers: Int, perHost: Int, places: Int) {
    var pace = pace(perHost: perHost)
    for _ in 0..<answers { pace.answered(at: start) }
    #expect(pace.places == places)
    #expect(pace.rate == 50)
  }

  @Test(
    "three tenants throttled within a minute halve rate and places; fewer, or the same one, do not",
    arguments: [
      (["a", "b", "c"], 10.0, 25.0, 32), (["a", "b"], 10, 50, 64), (["a", "a", "a"], 10, 50, 64),
      (["a", "b", "c"], 31, 50, 64), (["a", "b", "c", "d", "e", "f"], 1, 12.5, 16),
    ])
  func slowsDown(tenants: [String], apart: TimeInterval, rate: Double, places: Int) {
    var pace = pace()
    for _ in 0..<60 { pace.answered(at: start) }
    for (number, tenant) in tenants.enumerated() {
      pace.throttled(tenant, at: start + Double(number) * apart)
    }
    #expect(pace.rate == rate)
    #expect(pace.places == places)
  }

  @Test("however often it is throttled, a request a second and one in flight are left")
  func endsAtOne() {
    var pace = pace()
    for number in 0..<300 { pace.throttled("t\(number)", at: start) }
    #expect(pace.rate == 1)
    #expect(pace.places == 1)
  }

  @Test("a rate below one a second is not raised by a throttling")
  func slowStaysSlow() {
    var pace = pace(rate: 0.2)
    for number in 0..<30 { pace.throttled("t\(number)", at: start) }
    #expect(pace.rate == 0.2)
  }

  @Test(
    "a host that was spared for a minute is asked twice as fast again, up to what is allowed",
    arguments: [
      ([59.0], 12.5), ([60], 25), ([60, 61, 119], 25), ([60, 120], 50), ([60, 120, 180], 50),
    ] as [([TimeInterval], Double)])
  func recovers(answers: [TimeInterval], rate: Double) {
    var pace = pace()
    for number in 0..<6 { pace.throttled("t\(number)", at: start) }
    for seconds in answers { pace.answered(at: start + seconds) }
    #expect(pace.rate == rate)
  }
}
