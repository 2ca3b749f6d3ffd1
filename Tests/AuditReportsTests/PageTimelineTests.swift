import AuditReports
import CredentialAudit
import Foundation
import TestSupport
import Testing

@Suite("The page's timeline of ends")
struct PageTimelineTests {
  private static func credential(
    _ end: String, _ verdict: Verdict, change: Change = .unchanged, number: Int = 0
  ) throws -> CredentialRecord {
    let date = try Date("\(end)Z", strategy: .iso8601)
    let days = (date.timeIntervalSince(SampleRun.start) / 86_400).rounded(.down)
    return CredentialRecord(
      tenant: "t", application: "a\(number)", credential: "c", clientID: "i", kind: "secret",
      source: "env S", change: change, expiresAt: date, expiresFrom: "inventory",
      daysLeft: Int(days), findings: [Make.finding(verdict)])
  }

  /// The drawing in words: what a screen reader hears.
  private static func table(_ ends: [(end: String, verdict: Verdict)]) throws -> [[String]] {
    try PageText(
      credentials: ends.enumerated().map { number, end in
        try credential(end.end, end.verdict, number: number)
      }
    ).table(in: "timeline")
  }

  @Test("An end counts in its week, worst first, and one before the run has ended")
  func weeks() throws {
    // The run began on a Sunday: its week is over with that day.
    #expect(
      try Self.table([
        ("2026-11-22T02:59:59", .critical), ("2026-11-22T03:00:00", .warning),
        ("2026-11-22T23:59:59", .critical), ("2026-11-23T00:00:00", .pass),
        ("2027-03-01T12:00:00", .unknown), ("2027-03-07T23:59:59", .unknown),
      ]) == [
        ["Ended before the run", "1", "0", "0", "0", "1"],
        ["Week of 16 Nov 2026", "1", "0", "1", "0", "2"],
        ["Week of 23 Nov 2026", "0", "0", "0", "1", "1"],
        ["Week of 1 Mar 2027", "0", "2", "0", "0", "2"],
      ])
  }

  @Test("What ends after 53 weeks stands together as later")
  func later() throws {
    #expect(
      try Self.table([
        ("2027-11-21T23:59:59", .pass), ("2027-11-22T00:00:00", .pass),
        ("9999-12-31T23:59:59", .pass),
      ]) == [["Week of 15 Nov 2027", "1", "1"], ["Later", "2", "2"]])
  }

  @Test("Each week that has an end has a bar, and no other")
  func bars() throws {
    let page = try PageText(
      credentials: [
        Self.credential("2026-11-24T00:00:00", .warning),
        Self.credential("2026-11-25T00:00:00", .critical, number: 1),
        Self.credential("2027-08-01T00:00:00", .pass, number: 2),
      ])
    let titles = page.section("timeline")?.matches(of: /<title>(.*?)<\/title>/).map {
      String($0.1)
    }
    #expect(
      titles == ["Week of 23 Nov 2026: 1 critical, 1 warning", "Week of 26 Jul 2027: 1 pass"])
  }

  @Test("The bars of one week stand on each other and end at the scale's top")
  func geometry() throws {
    let credentials = try (0..<4).map {
      try Self.credential("2026-11-24T00:00:00", $0 < 1 ? .critical : .pass, number: $0)
    }
    let section = try #require(try PageText(credentials: credentials).section("timeline"))
    let bars = section.matches(
      of: /<rect class="(\w+)" x="(\d+)" y="(\d+)" width="\d+" height="(\d+)"/)
    let (worst, best) = (try #require(bars.first?.output), try #require(bars.last?.output))
    #expect(bars.count == 2 && worst.1 == "critical" && best.1 == "pass" && worst.2 == best.2)
    let bottom = try #require(Int(best.3)) + #require(Int(best.4))
    #expect(bottom == Int(worst.3))
    #expect(Int(best.4) == Int(worst.4).map { $0 * 3 })
    let lines = section.matches(of: /<line [^>]*y1="(\d+)"/).compactMap { Int($0.1) }
    #expect(lines.min() == Int(best.3))
  }

  @Test("What is gone ends no more")
  func gone() throws {
    let page = try PageText(
      credentials: [Self.credential("2026-12-01T00:00:00", .pass, change: .gone)])
    #expect(page.section("timeline")?.contains("No end is known of any credential.") == true)
  }

  @Test("What ends next is named, soonest first, and only that")
  func soonest() throws {
    let credentials = try (1...20).map { number in
      try Self.credential(
        "2026-12-\(number < 10 ? "0" : "")\(number)T00:00:00", .warning, number: 21 - number)
    }
    let section = try #require(
      try PageText(credentials: credentials.reversed()).section("timeline"))
    let list = section.components(separatedBy: "Next to end").last ?? ""
    let names = list.matches(of: /<bdi>t\/(a\d+)\/c<\/bdi>/).map { String($0.1) }
    #expect(names == ["a20", "a19", "a18", "a17", "a16", "a15"])
    #expect(list.contains("1 Dec 2026</time>, 8 days left, warning"))
  }

  @Test("Without any known end there is no drawing, and that is said")
  func none() throws {
    let page = try PageText(credentials: [Make.credential(findings: [Make.finding(.pass)])])
    #expect(!page.text.contains("<svg"))
    #expect(page.text.contains("No end is known of any credential."))
  }
}
