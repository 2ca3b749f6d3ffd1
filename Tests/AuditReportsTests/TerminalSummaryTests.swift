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
      "config/inventory.yaml:64: the suppression of credential.expiry at contoso ends",
    ] {
      #expect(text.contains(words), "\(words) is missing")
    }
  }

  @Test("What passes is only counted")
  func countsOnly() throws {
    let text = try TerminalSummary(columns: 200).text(of: SampleRun.whole)
    #expect(!text.contains("service-1/"))
    #expect(text.contains("1 suppressed"))
  }

  @Test("What is answered for is no trouble, and who answers is said in short")
  func answeredFor() throws {
    let text = try TerminalSummary(columns: 200).text(of: SampleRun.whole)
    let lines = lines(text).filter { $0.contains("legacy/primary") }
    #expect(
      lines == [
        "answered for fabrikam/legacy/primary, warning expires-soon: jo@contoso.example until "
          + "2026-12-15, replaced on 12 December, CHG-4411"
      ])
  }

  @Test("Many who answer are cut to a few, one for each reason")
  func manyAnswers() throws {
    let credentials = (0..<90).map { number in
      Make.credential(
        "t", "app-\(number)",
        findings: [
          Make.finding(
            .critical,
            suppressed: SuppressionNote(
              reason: "reason \(number % 9)", owner: "jo", until: "2026-12-15"))
        ])
    }
    let run = MemoryRun(run: SampleRun.facts(), credentials: credentials)
    let text = try TerminalSummary(columns: 200).text(of: run)
    #expect(text.contains("critical some-code and 9 findings more: jo until 2026-12-15, reason 0"))
    #expect(text.contains("answered for 4 other reasons: see the reports\n"))
    #expect(lines(text).count { $0.contains("until 2026-12-15") } == 5)
    #expect(text.contains("Nothing is wrong"))
  }

  @Test("What is known says since when, what goes back and forth says so, and new comes first")
  func knownAndNew() throws {
    func credential(
      _ name: String, _ change: Change, since: Date, streak: Int, flapping: Bool = false,
      new: Bool = false, days: Int
    ) -> CredentialRecord {
      var record = Make.credential(
        "t", "app", name, days: days, change: change,
        findings: [Make.finding(.warning, summary: "It is so")])
      record.course = SubjectCourse(since: since, streak: streak, isFlapping: flapping)
      return record
    }
    let run = MemoryRun(
      run: SampleRun.facts(),
      credentials: [
        credential("old", .unchanged, since: SampleRun.start - 10 * 86_400, streak: 9, days: 3),
        credential("older", .unchanged, since: SampleRun.start - 400 * 86_400, streak: 1, days: 4),
        credential(
          "restless", .worse, since: SampleRun.start, streak: 1, flapping: true, days: 300),
      ])
    let text = try TerminalSummary(columns: 200).text(of: run)
    let titles = lines(text).filter { $0.hasPrefix("  warning") }.map {
      $0.prefix { $0 != ":" }.dropFirst(12)
    }
    #expect(
      titles == [
        "app/restless (worse; goes back and forth)", "app/old (since 12 Nov, 9 runs)",
        "app/older (since 18 Oct 2025, 1 run)",
      ])
  }

  @Test("What all is, is said once: that it is seen for the first time")
  func firstRun() throws {
    let first = Make.credential("t", "app", findings: [Make.finding(.warning)])
    let alone = MemoryRun(run: SampleRun.facts(), credentials: [first])
    #expect(try !TerminalSummary().text(of: alone).contains("(first seen)"))
    let other = Make.credential(
      "t", "other", change: .unchanged, findings: [Make.finding(.warning)])
    let both = MemoryRun(run: SampleRun.facts(), credentials: [first, other])
    #expect(try TerminalSummary().text(of: both).contains("app/primary (first seen)"))
  }

  @Test("What is new of a subject that is known is marked")
  func newFinding() throws {
    var finding = Make.finding(.warning, summary: "It is so")
    finding.past = FindingPast(since: SampleRun.start, isNew: true)
    let run = MemoryRun(
      run: SampleRun.facts(),
      credentials: [
        Make.credential(
          change: .unchanged, findings: [Make.finding(.critical, summary: "It was so"), finding])
      ])
    let text = try TerminalSummary(columns: 200).text(of: run)
    #expect(text.contains("  new: It is so [") && !text.contains("new: It was so"))
  }

  @Test("What is worst of what is open is listed, whatever else of it is answered for")
  func openFirst() throws {
    let note = SuppressionNote(reason: "known", owner: "jo", until: "2026-12-15")
    let mixed = (0..<60).map { number in
      Make.credential(
        "t", "mixed-\(number)",
        findings: [Make.finding(.critical, suppressed: note), Make.finding(.warning)])
    }
    let run = MemoryRun(
      run: SampleRun.facts(),
      credentials: mixed + [Make.credential("t", "open", findings: [Make.finding(.unknown)])])
    let text = try TerminalSummary(limit: 10).text(of: run)
    let titles = lines(text).filter { $0.hasPrefix("  unknown") || $0.hasPrefix("  warning") }
    #expect(titles.count == 10 && titles[0].contains("open/primary"))
    #expect(!text.contains("  critical  mixed"))
  }

  @Test("The order is said once, where there is one")
  func order() throws {
    let one = [Make.credential(findings: [Make.finding(.warning)])]
    let alone = MemoryRun(run: SampleRun.facts(), credentials: one)
    #expect(try !TerminalSummary(columns: 400).text(of: alone).contains(Priority.sentence))
    let text = try TerminalSummary(columns: 400).text(of: SampleRun.whole)
    #expect(text.ranges(of: Priority.sentence).count == 1)
  }

  @Test("Many notices are cut")
  func manyNotices() throws {
    let notices = (0..<40).map { RunNotice(code: "some-code", message: "notice \($0)") }
    let run = MemoryRun(run: SampleRun.facts(), notices: notices)
    let text = try TerminalSummary().text(of: run)
    #expect(text.contains("notice       notice 0\nnotice       notice 1\n"))
    #expect(text.contains("             and 28 notices more\n") && !text.contains("notice 12"))
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
