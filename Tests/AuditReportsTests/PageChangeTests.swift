import AuditReports
import CredentialAudit
import Foundation
import TestSupport
import Testing

@Suite("What the page says of the runs before")
struct PageChangeTests {
  private static var before: AuditRun {
    AuditRun(
      id: "0ld00000-5d0e-4c3b-9d2e-8f6f0f3f6f11", startedAt: SampleRun.start - 86_400,
      toolVersion: "0.1.0", inventoryPath: "i.yaml", inventorySHA256: "00", offline: false,
      scope: RunScope())
  }

  private static func run(_ changes: [Change]) -> MemoryRun {
    var run = MemoryRun(
      run: SampleRun.facts(),
      credentials: changes.enumerated().map { number, change in
        Make.credential(
          "t", "app-\(number)", change: change,
          findings: [Make.finding(change == .gone ? .skipped : .warning, code: "why")])
      })
    run.before = before
    return run
  }

  @Test("The run that it was compared with is named, with its time")
  func previous() throws {
    let page = try PageText(Self.run([.unchanged, .worse]))
    let words = PageText.words(try #require(page.section("changes")))
    #expect(words.contains("1 worse. Compared with 21 Nov 2026, 03:00 UTC , run 0ld00000"))
    #expect(page.section("about")?.contains("0ld00000-5d0e-4c3b-9d2e-8f6f0f3f6f11") == true)
  }

  @Test("A first run is compared with nothing")
  func first() throws {
    let page = try PageText(Self.run([.firstSeen, .firstSeen]))
    let words = PageText.words(try #require(page.section("changes")))
    #expect(words.contains("First run: everything is seen for the first time."))
    #expect(!words.contains("Compared with"))
  }

  @Test("A run in which nothing changed says so")
  func nothing() throws {
    let page = try PageText(Self.run([.unchanged]))
    #expect(page.section("changes")?.contains("Nothing changed.") == true)
  }

  @Test(
    "Each change has its list, and the row its word",
    arguments: Change.allCases.filter { $0 != .unchanged })
  func lists(change: Change) throws {
    let page = try PageText(Self.run([.unchanged, change]))
    let section = try #require(page.section("changes"))
    let word = change == .firstSeen ? "first seen" : change.rawValue
    #expect(section.lowercased().contains("<h3>\(word) <span class=\"amount\">1</span></h3>"))
    #expect(section.contains("t/app-1/primary") && !section.contains("t/app-0/primary"))
    #expect(page.rows.count { $0.contains("<span class=\"c\">\(word)</span>") } == 1)
    // What went with a gone one is said without a click.
    #expect(
      page.rows.count { $0.contains("<div class=\"f\"><p>Something was found</p>") }
        == (change == .gone ? 1 : 0))
  }

  @Test("A new finding beside the same verdict is news of its own")
  func newFinding() throws {
    var finding = Make.finding(.warning, code: "fresh")
    finding.past = FindingPast(since: SampleRun.start, isNew: true)
    let page = try PageText(
      credentials: [
        Make.credential("t", "calm", change: .unchanged, findings: [Make.finding(.warning)]),
        Make.credential("t", "stirred", change: .unchanged, findings: [finding]),
      ])
    let section = PageText.words(try #require(page.section("changes")))
    #expect(section.contains("1 with a new finding."))
    #expect(section.contains("New finding, same verdict 1 t/stirred/primary warning, fresh"))
    #expect(page.rows.count { $0.contains("<span class=\"c\">new finding</span>") } == 1)
  }

  @Test("The first eight of a change are named, and the others counted with a link to them")
  func many() throws {
    let page = try PageText(Self.run(Array(repeating: .worse, count: 1_200) + [.unchanged]))
    let section = try #require(page.section("changes"))
    #expect(section.matches(of: /<li class="dotted/).count == 8)
    #expect(section.contains("data-filter=\"change\" data-value=\"worse\">and 1,192 more</a>"))
  }

  @Test("What looks renamed stands with the changes and not among the notices")
  func renamed() throws {
    var run = Self.run([.gone, .firstSeen, .unchanged])
    run.noticeList = (0..<10).map {
      RunNotice(code: "looks-renamed", message: "'t/new-\($0)' is new and looks like 't/old-\($0)'")
    }
    let page = try PageText(run)
    let section = try #require(page.section("changes"))
    #expect(section.contains("&#39;t/new-7&#39; is new") && !section.contains("t/new-8"))
    #expect(section.contains("and 2 more, see report.json"))
    #expect(page.section("notices") == nil && !page.text.contains("id=\"notices\""))
  }

  @Test("Two runs make a trend, and one makes none", arguments: [0, 1, 2, 30])
  func trend(count: Int) throws {
    var run = Self.run([.unchanged])
    run.totals = (0..<count).map { number in
      var summary = RunSummary()
      summary.credentials.critical = number
      summary.authorities.warning = 1
      summary.credentials.suppressed = 2
      summary.credentials.total = number + 3
      return RunTotals(
        id: "r\(number)", startedAt: SampleRun.start - Double(count - 1 - number) * 86_400,
        summary: summary)
    }
    let page = try PageText(run)
    guard count > 1 else {
      #expect(page.section("trend") == nil)
      return
    }
    let section = try #require(page.section("trend"))
    #expect(section.contains("The last \(count) runs"))
    #expect(section.matches(of: /<title>/).count == count)
    let table = page.table(in: "trend")
    #expect(table.count == count)
    #expect(
      table.first == ["22 Nov 2026, 03:00 UTC", "\(count - 1)", "1", "2", "\(count + 2)"])
    #expect(section.contains("\(count) not in order, up from 1 on "))
  }
}
