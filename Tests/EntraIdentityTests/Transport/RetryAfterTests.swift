import Foundation
import Testing

@testable import EntraIdentity

@Suite struct RetryAfterTests {
  /// 1994-11-06T08:49:37Z, the date of RFC 9110's examples.
  private static let example = Date(timeIntervalSince1970: 784_111_777)

  @Test(
    arguments: [
      ("0", 0 as Double?), ("60", 60), (" 60 ", 60), ("3600", 3600), ("7200", 3600),
      ("99999999999999999999999", 3600), ("-1", nil), ("2.128", 2.128), ("1.5", 1.5),
      ("99999999999999999999.5", 3600),
      ("1.", nil), (".5", nil), ("1.5.2", nil), ("-1.5", nil), ("1e3", nil), ("0x1.8", nil),
      ("+5", nil), ("", nil),
      ("soon", nil), ("６０", nil), ("60, 70", nil),
      ("Sun, 06 Nov 1994 08:50:37 GMT", 60), ("Sunday, 06-Nov-94 08:50:37 GMT", 60),
      ("Sun Nov  6 08:50:37 1994", 60), ("Sun, 06 Nov 1994 08:48:37 GMT", 0),
      ("Mon, 06 Nov 2090 08:48:37 GMT", 3600), ("Sun, 06 Nov 1994 08:50:37 PST", nil),
      ("Sun, 06 Nov 1994 25:50:37 GMT", nil), ("Sun, 36 Nov 1994 08:50:37 GMT", nil),
      ("Sun, 06 Foo 1994 08:50:37 GMT", nil), ("Sun, 06 Nov 1994 08:50 GMT", nil),
      ("Sun, 06 Nov 999999999999999999 08:50:37 GMT", nil), ("Sun, 06 Nov 1994 ::: GMT", nil),
    ]) func aWaitIsReadFromSecondsOrADateAndNothingElse(_ text: String, _ seconds: Double?)
  {
    #expect(RetryAfter.parse(text, now: Self.example) == seconds.map { .seconds($0) })
  }

  @Test(
    arguments: [
      ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0), ("Tue, 29 Feb 2000 12:00:00 GMT", 951_825_600),
      ("Fri, 01 Mar 2024 00:00:00 GMT", 1_709_251_200),
      ("Thu, 31 Dec 2026 23:59:60 GMT", 1_798_761_600),
      ("Monday, 01-Jan-35 00:00:00 GMT", 2_051_222_400),
      ("Friday, 01-Jan-99 00:00:00 GMT", 915_148_800),
    ]) func datesAreCountedByTheCalendar(_ text: String, _ seconds: TimeInterval)
  {
    let now = Date(timeIntervalSince1970: 1_795_000_000)
    #expect(HTTPDate.parse(text, now: now) == Date(timeIntervalSince1970: seconds))
  }
}
