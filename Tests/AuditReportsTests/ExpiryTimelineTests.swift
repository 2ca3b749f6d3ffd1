import CredentialAudit
import Foundation
import TestSupport
import Testing

@Suite("The timeline of ends")
struct ExpiryTimelineTests {
  /// The drawing in words: what a screen reader hears.
  private func words(_ ends: [(day: String, verdict: Verdict)]) throws -> [String] {
    let credentials = try ends.enumerated().map { place, end in
      let date = try Date("\(end.day)Z", strategy: .iso8601)
      let days = (date.timeIntervalSince(SampleRun.start) / 86_400).rounded(.down)
      return CredentialRecord(
        tenant: "t", application: "a\(place)", credential: "c", clientID: "i", kind: "secret",
        source: "env S", expiresAt: date, expiresFrom: "inventory", daysLeft: Int(days),
        findings: [Make.finding(end.verdict)])
    }
    let page = try Output.html.text(
      of: MemoryRun(run: SampleRun.facts(), credentials: credentials))
    let list = page.components(separatedBy: "The same in words</summary><ul>\n").dropFirst().first
    return (list ?? "").components(separatedBy: "</ul>")[0].split(separator: "\n").map {
      String($0).replacing("<li>", with: "").replacing("</li>", with: "")
    }
  }

  @Test("An end counts in its month, worst first, and one before the run has ended")
  func months() throws {
    #expect(
      try words([
        ("2026-11-22T02:59:59", .critical), ("2026-11-22T03:00:00", .warning),
        ("2026-11-30T23:59:59", .critical), ("2026-12-01T00:00:00", .pass),
        ("2027-02-28T12:00:00", .unknown),
      ]) == [
        "ended: 1 critical", "Nov 2026: 1 critical, 1 warning", "Dec 2026: 1 pass",
        "Feb 2027: 1 unknown",
      ])
  }

  @Test("What ends two years on or after stands together as later")
  func later() throws {
    #expect(
      try words([
        ("2028-10-31T23:59:59", .pass), ("2028-11-01T00:00:00", .pass),
        ("9999-12-31T23:59:59", .pass),
      ]) == ["Oct 2028: 1 pass", "later: 2 pass"])
  }

  @Test("Without any known end there is no drawing, and that is said")
  func none() throws {
    let run = MemoryRun(
      run: SampleRun.facts(), credentials: [Make.credential(findings: [Make.finding(.pass)])])
    let page = try Output.html.text(of: run)
    #expect(!page.contains("<svg"))
    #expect(page.contains("No end is known of any credential."))
  }
}
