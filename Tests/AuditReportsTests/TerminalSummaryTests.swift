import AuditReports
import CredentialAudit
import Foundation
import TestSupport
import Testing

@Suite("The terminal's summary")
struct TerminalSummaryTests {
  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test("What is wrong comes worst first under its tenant, with cause, fix, owner and days")
  func tellsAll() throws {
    let text = try TerminalSummary(columns: 200).text(of: SampleRun.whole, reports: ["r/x.html"])
    let billing = try #require(text.range(of: "billing-sync/primary")).lowerBound
    let signing = try #require(text.range(of: "billing-sync/signing")).lowerBound
    #expect(billing < signing)
    for words in [
      "ended 3 days ago (2026-11-19)", "billing@contoso.example", "[AADSTS7000222]",
      "why  The client secret that was sent ended", "fix  Create a new secret", "r/x.html",
      "The suppression of contoso",
    ] {
      #expect(text.contains(words), "\(words) is missing")
    }
  }

  @Test("What passes or is answered for is only counted")
  func countsOnly() throws {
    let text = try TerminalSummary(columns: 200).text(of: SampleRun.whole)
    #expect(!text.contains("service-1/"))
    #expect(!text.contains("legacy/primary"))
    #expect(text.contains("1 suppressed"))
  }

  @Test("No line is wider than the terminal, but for a word that is", arguments: [40, 60, 80, 132])
  func fits(columns: Int) throws {
    let text = try TerminalSummary(columns: columns).text(of: SampleRun.whole)
    for line in lines(text) where line.count > columns {
      let words = line.split(separator: " ")
      #expect(words.contains { $0.count > columns - 18 }, "\(line)")
    }
  }

  @Test("Colour adds nothing but colour")
  func colourIsOnlyColour() throws {
    let plain = try TerminalSummary().text(of: SampleRun.whole)
    let coloured = try TerminalSummary(style: Style(isOn: true)).text(of: SampleRun.whole)
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test("A large run is cut, and says how much more there is and where")
  func largeRun() throws {
    let credentials = (0..<400).map { number in
      Make.credential("t\(number % 7)", "app-\(number)", findings: [Make.finding(.warning)])
    }
    let run = MemoryRun(
      run: SampleRun.facts(), authorities: SampleRun.authorities, credentials: credentials)
    let text = try TerminalSummary().text(of: run, reports: ["out/report.json", "out/report.html"])
    #expect(text.contains("… and 353 more in out/report.html"))
    #expect(lines(text).count < 400)
    #expect(text.contains("idp.partner.example"), "a critical authority precedes warnings")
  }

  @Test("All in order is said once")
  func allGood() throws {
    let run = MemoryRun(run: SampleRun.facts(), credentials: SampleRun.healthy)
    #expect(try TerminalSummary().text(of: run).contains("Nothing is wrong"))
  }

  @Test("What cannot be broken further is left out of a progress line", arguments: [10, 30, 80])
  func progressFits(columns: Int) {
    let line = ProgressLine(done: 412, total: 1_203, rate: 38.2, left: .seconds(21))
    #expect(line.text(columns: columns).count <= columns)
  }

  @Test("A progress line tells counts, rate and time left")
  func progressTells() {
    let line = ProgressLine(done: 412, total: 1_203, rate: 38.2, left: .seconds(81))
    #expect(
      line.text(columns: 60) == "[##------] 34% · 412 of 1,203 · 38/s · about 1 min 21 s left")
  }

  @Test(
    "Strange numbers make no strange progress line",
    arguments: [
      ProgressLine(done: 0, total: 0), ProgressLine(done: 9, total: 3, rate: .infinity),
      ProgressLine(done: -1, total: 5, rate: .nan, left: .seconds(Int64.max)),
      ProgressLine(done: 1, total: 5, rate: 0.04, left: .seconds(-4)),
    ])
  func progressIsRobust(line: ProgressLine) {
    let text = line.text()
    #expect(text.count <= 80)
    #expect(!text.contains("nan") && !text.contains("inf"))
  }
}
