import EntraIdentity
import Foundation
import Testing

@testable import CredentialAudit

@Suite("What an answer tells of the clocks")
struct ClockReadingTests {
  /// 2026-11-18T11:06:40Z
  private static let now = Date(timeIntervalSince1970: 1_795_000_000)

  private func reading(
    _ headers: [(name: String, value: String)], roundTrip: TimeInterval = 0
  ) -> ClockReading? {
    ClockReading(
      HTTPResponse(status: 200, headers: headers, body: []), of: "h", sentAt: Self.now,
      receivedAt: Self.now + roundTrip)
  }

  @Test(
    "the offset is seen from this machine, whatever form the date has",
    arguments: [
      ("Wed, 18 Nov 2026 11:06:40 GMT", 0), ("Wed, 18 Nov 2026 10:56:40 GMT", 600),
      ("Wed, 18 Nov 2026 11:16:40 GMT", -600), ("Wednesday, 18-Nov-26 11:05:10 GMT", 90),
      ("Wed Nov 18 11:08:10 2026", -90), ("Thu, 01 Jan 1970 00:00:00 GMT", 1_795_000_000),
    ])
  func offset(_ date: String, _ seconds: Int) {
    #expect(reading([("date", date)])?.seconds == seconds)
  }

  @Test(
    "what does not tell the time is not read",
    arguments: [
      [], [("Date", "")], [("Date", "yesterday")], [("Date", "Wed, 18 Nov 2026 25:06:40 GMT")],
      // Out of a cache: it has the time at which it was made.
      [("Date", "Wed, 18 Nov 2026 10:56:40 GMT"), ("Age", "600")],
      [("Date", "Wed, 18 Nov 2026 10:56:40 GMT"), ("Age", "")],
    ] as [[(String, String)]])
  func unread(_ headers: [(String, String)]) {
    #expect(reading(headers.map { (name: $0.0, value: $0.1) }) == nil)
  }

  @Test("a clock that was set back while the answer was on its way tells nothing")
  func setBack() {
    #expect(reading([("Date", "Wed, 18 Nov 2026 11:06:40 GMT")], roundTrip: -1) == nil)
  }

  @Test(
    "half of the round trip may be the way there, and an answer that was long on its way proves less"
  )
  func roundTrip() throws {
    let date = [(name: "Date", value: "Wed, 18 Nov 2026 11:07:50 GMT")]
    let quick = try #require(reading(date, roundTrip: 2))
    #expect(quick.offset == -69 && quick.uncertainty == 2 && quick.isOff)
    // The service may have written it just before it came: then it is 10 s off, and no more.
    let slow = try #require(reading(date, roundTrip: 60))
    #expect(slow.offset == -40 && slow.uncertainty == 31 && !slow.isOff)
  }

  @Test(
    "more than a minute counts, both ways",
    arguments: [(61.0, false), (61.5, true), (-61, false), (-61.5, true), (0, false)])
  func tolerance(_ offset: TimeInterval, _ isOff: Bool) {
    #expect(ClockReading(host: "h", offset: offset).isOff == isOff)
  }

  @Test(
    "it is said which way",
    arguments: [
      (600.0, "this machine's clock is 600 s ahead of h's"),
      (-90.4, "this machine's clock is 90 s behind h's"),
      (0.4, "this machine's clock is within 1 s of h's"),
      (1e300, "this machine's clock is 1000000000000 s ahead of h's"),
    ])
  func words(_ offset: TimeInterval, _ sentence: String) {
    #expect(ClockReading(host: "h", offset: offset).sentence == sentence)
  }
}
