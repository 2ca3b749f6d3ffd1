import CredentialAudit
import Foundation
import Testing

@Suite("Time stamps")
struct TimestampTests {
  @Test(
    "A moment is written as RFC 3339 in UTC",
    arguments: [
      (0.0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
      (951_782_400, "2000-02-29T00:00:00Z"), (1_795_316_400.9, "2026-11-22T03:00:00Z"),
      (4_107_542_399, "2100-02-28T23:59:59Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
      (-62_135_596_800, "0001-01-01T00:00:00Z"), (-1e18, "0001-01-01T00:00:00Z"),
      (1e18, "9999-12-31T23:59:59Z"), (.infinity, "9999-12-31T23:59:59Z"),
    ])
  func rfc3339(seconds: Double, expected: String) {
    #expect(Date(timeIntervalSince1970: seconds).rfc3339 == expected)
  }

  @Test("Foundation's calendar agrees on any day of eight centuries")
  func agreesWithFoundation() {
    var seconds = -12_000_000_000.0
    while seconds < 13_000_000_000 {
      let date = Date(timeIntervalSince1970: seconds)
      #expect(date.rfc3339 == date.formatted(.iso8601))
      seconds += 8_640_007
    }
  }
}
