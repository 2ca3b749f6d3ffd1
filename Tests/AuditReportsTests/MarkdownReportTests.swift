import AuditReports
import CredentialAudit
import Foundation
import TestSupport
import Testing

@Suite("report.md")
struct MarkdownReportTests {
  private func text(_ run: MemoryRun = SampleRun.whole) throws -> String {
    try Output.md.text(of: run)
  }

  private func text(name: String, says words: String = "Something was found") throws -> String {
    try text(
      MemoryRun(
        run: SampleRun.facts(),
        notices: [RunNotice(code: "some-notice", message: words)],
        credentials: [
          Make.credential(
            name, name, name, owner: name,
            findings: [
              Make.finding(.critical, code: name, summary: words),
              Make.finding(
                .warning, .credentialExpiry, code: name,
                suppressed: SuppressionNote(reason: words, owner: name, until: words)),
            ])
        ]))
  }

  /// What is left for a renderer to find something in, after its code spans are taken out
  /// (CommonMark 0.31, section 6.1).
  private func outsideCode(_ text: String) -> String {
    var result = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let runs = line.matches(of: /`+/).map(\.range)
      var (place, next) = (line.startIndex, 0)
      while next < runs.count {
        let open = runs[next]
        let length = line[open].utf8.count
        result += line[place..<open.lowerBound]
        let close = runs[(next + 1)...].firstIndex { line[$0].utf8.count == length }
        result += close == nil ? line[open] : "CODE"
        place = close.map { runs[$0].upperBound } ?? open.upperBound
        next = (close ?? next) + 1
      }
      result += line[place...] + "\n"
    }
    return result
  }

  private static let markup = [
    "[a](https://evil.example)", "![a](https://evil.example/x.png)", "<img src=x>", "&lt;b&gt;",
    "# heading", "* item", "- [ ] task", "1. item", "| a | b |", "a|b", "*em* __strong__ ~~gone~~",
    "`tick", "``two`` ticks`", "`", "\\", "\\`", "@jo", "jo@evil.example", "#12", "org/repo#12",
    "GH-12", "https://evil.example", "www.evil.example", "evil.example", "mailto:a", "xmpp:a@b",
    ":octocat:", "$x$", "<https://evil.example>", "deadbeef1", "!5", "{{x}}", "[^1]", "a\u{301}`b",
    "`\u{301}x`", " `x` ", "evil.рф", "[a]: https://evil.example", "---", "===", "> quote",
  ]

  @Test(
    "No name is anything but a code span",
    arguments: HostileNames.names + markup)
  func names(name: String) throws {
    #expect(outsideCode(try text(name: name)) == outsideCode(try text(name: "plain")))
  }

  @Test(
    "No sentence has anything outside its code spans that a renderer makes something of",
    arguments: HostileNames.names + markup)
  func sentences(words: String) throws {
    let lines = outsideCode(try text(name: "plain", says: words)).split(separator: "\n")
    let from = lines.filter { line in
      line.hasPrefix("- Notice: ") || line.hasPrefix("  - Found: ") || line.contains(" by CODE: ")
    }
    #expect(from.count == 3)
    for line in from {
      let rest = line.drop { $0 == " " }.dropFirst(2)
      #expect(!rest.contains(where: "<>[]*_#|@$~^{}&\\`=+".contains), "\(line)")
      #expect(!rest.contains(#/[A-Za-z]\.[A-Za-z]|:\S|\bGH-|[!%]\d/#), "\(line)")
    }
  }

  @Test(
    "Plain words stay as they are",
    arguments: [
      "It ends in 5 days, on 2026-12-01 (UTC).", "The tenant's name: \"contoso\" or not?",
      "50% of 1,203; version 1.2 and/or 3", "Größe, naïve, 表", "…",
    ])
  func plainWords(words: String) throws {
    #expect(try text(name: "plain", says: words).contains("- Found: \(words) (`plain`)\n"))
  }

  @Test("What is wrong has cause, fix, owner, time and runbook, by tenant, worst first")
  func troubles() throws {
    let since = Date(timeIntervalSince1970: 1_794_711_600)  // 2026-11-15T03:00:00Z
    let bad = CredentialRecord(
      tenant: "contoso", application: "billing", credential: "primary", clientID: "i",
      kind: "secret", source: "env S", owner: "jo@contoso.example",
      runbook: "https://wiki.contoso.example/a(b)?x=1&y=2", change: .worse,
      course: SubjectCourse(since: SampleRun.start, failingSince: since),
      findings: [
        Make.finding(.critical, code: "expired", summary: "It ended"),
        Make.pass(.credentialSource).showing("portal", "https://portal.example/#@t/view/~/a"),
      ])
    let run = MemoryRun(
      run: SampleRun.facts(),
      credentials: [
        bad,
        Make.credential(
          "fabrikam", "in-order", change: .unchanged, findings: [Make.pass(.credentialToken)]),
      ])
    #expect(
      try text(run).contains(
        """
        ### Tenant `contoso`

        - **critical** `billing/primary` (worse): secret
          - Found: It ended (`expired`)
            - Cause: This is why.
            - Fix: This is what to do.
          - Owner: `jo@contoso.example`; since 15 Nov 2026, 03:00 UTC; \
        [runbook](https://wiki.contoso.example/a%28b%29?x=1&amp;y=2); \
        [portal](https://portal.example/#@t/view/~/a)

        """))
    #expect(try text(run).contains(Priority.sentence))
    #expect(try !text(run).contains("in-order"))
  }

  @Test(
    "A runbook that may not be followed is no link",
    arguments: [
      "javascript:alert(1)", "http://wiki.example", "https://a b", "JAVASCRIPT:alert(1)",
      "data:text/html,x", "//wiki.example", "https://" + String(repeating: "x", count: 500),
    ])
  func runbook(address: String) throws {
    let run = MemoryRun(
      run: SampleRun.facts(),
      credentials: [Make.credential(runbook: address, findings: [Make.finding(.critical)])])
    #expect(try !text(run).contains("]("))
  }

  @Test("However much is wrong, it fits into a comment, and says how much is left out")
  func bounded() throws {
    let huge = String(repeating: "`a.b ", count: 1_000)
    let credentials = (0..<3_000).map { number in
      Make.credential(
        "t\(number % 90) \(huge)", "app-\(number)", "primary", owner: huge, runbook: huge,
        change: Change.allCases[number % Change.allCases.count],
        findings: (0..<4).map { _ in
          Make.finding(
            .critical, code: huge, summary: huge,
            suppressed: number % 3 > 0
              ? nil : SuppressionNote(reason: huge, owner: huge, until: huge))
        })
    }
    let run = MemoryRun(
      run: SampleRun.facts(
        complete: false, offline: true, scope: RunScope(tenants: [huge], owners: [huge])),
      notices: (0..<50).map { RunNotice(code: "n\($0)", message: huge) }, credentials: credentials)
    let text = try text(run)
    #expect(text.unicodeScalars.count <= 65_536)
    let shown = text.split(separator: "\n").count { $0.hasPrefix("- **critical** ") }
    let more = try #require(text.firstMatch(of: /… and ([\d,]+) subjects more/)).1
    #expect(shown > 3)
    #expect(shown + (Int(more.replacing(",", with: "")) ?? 0) == 2_000)
    #expect(text.contains("… and 3,988 findings more"))
  }

  @Test("What is suppressed is said with who answers, why and until when, and is not wrong")
  func suppressed() throws {
    let text = try text()
    #expect(
      text.contains(
        """
        ## Suppressed

        - warning `fabrikam/legacy/primary` (`expires-soon`) until 2026-12-15 by \
        `jo@contoso.example`: replaced on 12 December, CHG-4411
        """))
    #expect(!text.contains("** `legacy/primary`"))
  }

  @Test("What changed is counted and named; the first run says so once")
  func changes() throws {
    let text = try text()
    #expect(text.contains("\n5 worse, 2 first seen, 1 rotated, 2 recovered.\n"))
    #expect(text.contains("- Rotated: `northwind/crm/rotated-last-week`\n"))
    var first = MemoryRun(
      run: SampleRun.facts(), credentials: [Make.credential(findings: [Make.finding(.warning)])])
    first.before = SampleRun.facts()
    let once = try Output.md.text(of: first)
    #expect(once.contains("First run: everything is seen for the first time.\n"))
    #expect(!once.contains("first seen"))
    #expect(once.contains("compared with the run of 22 Nov 2026, 03:00 UTC"))
  }

  @Test("A run in which nothing is wrong says so, and one of nothing does not")
  func nothingWrong() throws {
    let good = MemoryRun(run: SampleRun.facts(), credentials: SampleRun.healthy)
    #expect(try text(good).contains("Nothing is wrong with what was looked at."))
    #expect(try !text(MemoryRun(run: SampleRun.facts())).contains("Nothing is wrong"))
  }
}
