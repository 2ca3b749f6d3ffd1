import CredentialAudit
import Foundation
import Testing

@Suite struct CalendarWeekTests {
  /// Checked with `date -u -d DAY +%G-W%V`.
  @Test(
    "a day is in the week that ISO 8601 says, also where the year is another",
    arguments: [
      ("1970-01-01", "1970-W01", "1969-12-29"), ("1969-12-28", "1969-W52", "1969-12-22"),
      ("2026-01-01", "2026-W01", "2025-12-29"), ("2026-11-22", "2026-W47", "2026-11-16"),
      ("2026-11-23", "2026-W48", "2026-11-23"), ("2027-01-03", "2026-W53", "2026-12-28"),
      ("2027-01-04", "2027-W01", "2027-01-04"), ("2024-12-30", "2025-W01", "2024-12-30"),
      ("2000-02-29", "2000-W09", "2000-02-28"), ("2021-01-03", "2020-W53", "2020-12-28"),
    ])
  func week(_ day: String, _ text: String, _ monday: String) throws {
    let formatter = ISO8601DateFormatter()
    for time in ["00:00:00", "23:59:59"] {
      let week = CalendarWeek(try #require(formatter.date(from: "\(day)T\(time)Z")))
      #expect(week.text == text)
      #expect(week.start.rfc3339 == "\(monday)T00:00:00Z")
      #expect(CalendarWeek(week.next) > week)
      #expect(CalendarWeek(week.next - 1) == week)
    }
  }

  @Test("over centuries a week follows the other, each a Monday, and no number is left out")
  func everyWeek() {
    var week = CalendarWeek(Date(timeIntervalSince1970: -20_000_000_000))
    while week.start < Date(timeIntervalSince1970: 20_000_000_000) {
      let next = CalendarWeek(week.next)
      let follows = next.year == week.year && next.number == week.number + 1
      let isNewYear = next.year == week.year + 1 && next.number == 1 && week.number >= 52
      guard follows || isNewYear else {
        Issue.record("\(next.text) after \(week.text)")
        return
      }
      week = next
    }
  }

  @Test("dates that no calendar can write end no command")
  func absurd() {
    for seconds in [Double.nan, .infinity, -.infinity, 1e300, -1e300] {
      #expect(!CalendarWeek(Date(timeIntervalSince1970: seconds)).text.isEmpty)
    }
  }
}
