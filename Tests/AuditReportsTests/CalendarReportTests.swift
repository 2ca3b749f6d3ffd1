import AuditReports
import CredentialAudit
import Foundation
import TestSupport
import Testing

@Suite("expiries.ics")
struct CalendarReportTests {
  private static func run(
    _ credentials: CredentialRecord..., start: Date = SampleRun.start
  ) -> MemoryRun {
    let facts = SampleRun.facts()
    return MemoryRun(
      run: AuditRun(
        id: facts.id, startedAt: start, finishedAt: start + 42, toolVersion: "0.1.0",
        inventoryPath: facts.inventoryPath, inventorySHA256: facts.inventorySHA256,
        complete: true, offline: false, scope: RunScope()), credentials: credentials)
  }

  @Test("Every credential with an end has one event, and each a name of its own")
  func oneEventEach() throws {
    let run = SampleRun.whole
    let calendar = try CalendarText(run)
    let names = calendar.events.compactMap { $0.first { $0.name == "UID" }?.value }
    #expect(names.count == run.credentials.count { $0.expiresAt != nil })
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.wholeMatch(of: #/[0-9a-f]{32}@credaudit/#) != nil })
  }

  @Test("Begin and end are paired, and each event has what the format wants")
  func structure() throws {
    let calendar = try CalendarText(SampleRun.whole)
    var open: [String] = []
    for line in calendar.lines {
      if line.name == "BEGIN" { open.append(line.value) }
      if line.name == "END" { #expect(open.popLast() == line.value) }
    }
    #expect(open.isEmpty)
    #expect(calendar.lines.first ?? ("", "") == ("BEGIN", "VCALENDAR"))
    #expect(calendar.lines.last ?? ("", "") == ("END", "VCALENDAR"))
    for event in calendar.events {
      for name in ["UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "SUMMARY", "STATUS"] {
        #expect(event.count { $0.name == name } == 1, "\(name)")
      }
      #expect(event.contains { $0 == ("TRANSP", "TRANSPARENT") })
    }
    #expect(!calendar.lines.contains { $0.name == "METHOD" })
  }

  @Test("The event is the end's moment in UTC, with a reminder 30 and 7 days before")
  func moment() throws {
    let calendar = try CalendarText(
      Self.run(Make.credential(days: 40, findings: [Make.finding(.pass)])))
    #expect(try calendar.values("DTSTART") == ["20270101T040000Z"])
    #expect(try calendar.values("TRIGGER") == ["-P30D", "-P7D"])
    #expect(try calendar.values("ACTION") == ["DISPLAY", "DISPLAY"])
    #expect(try calendar.values("SUMMARY") == ["Secret ends: contoso/app/primary"])
  }

  @Test("What was over when the run began reminds nobody, and stays", arguments: [-1, -400])
  func past(days: Int) throws {
    let calendar = try CalendarText(
      Self.run(Make.credential(days: days, findings: [Make.finding(.critical)])))
    #expect(calendar.events.count == 1)
    #expect(try calendar.values("TRIGGER").isEmpty)
  }

  @Test("A credential that was rotated keeps its event's name, and a later run's version is newer")
  func rotated() throws {
    let old = Make.credential(kind: "certificate", days: 12, findings: [Make.finding(.warning)])
    let new = Make.credential(
      kind: "certificate", days: 365, owner: "somebody else", change: .rotated,
      findings: [Make.finding(.pass)])
    let first = try CalendarText(Self.run(old))
    let second = try CalendarText(Self.run(new, start: SampleRun.start + 86_400))
    #expect(try first.values("UID") == second.values("UID"))
    #expect(try first.values("DTSTART") != second.values("DTSTART"))
    let sequences = try [first, second].map { try #require(Int(try $0.values("SEQUENCE")[0])) }
    #expect(sequences[0] + 1_440 == sequences[1])
    #expect(try first.values("DTSTAMP")[0] < second.values("DTSTAMP")[0])
    #expect(try second.values("LAST-MODIFIED") == second.values("DTSTAMP"))
  }

  @Test("Also a clock that is far off gives a number that calendars can hold")
  func farOffClock() throws {
    for start in [Date.distantPast, .distantFuture] {
      let credential = Make.credential(days: 12, findings: [Make.finding(.pass)])
      let sequence = try CalendarText(Self.run(credential, start: start)).values("SEQUENCE")
      #expect((0...2_147_483_647).contains(try #require(Int(sequence[0]))))
    }
  }

  @Test("Names that are alike in a row are not one event")
  func likeNames() throws {
    let triples = [("a", "b/c", "d"), ("a/b", "c", "d"), ("a", "b", "c/d"), ("1:a", "1:b", "1:c")]
    let credentials = triples.map {
      Make.credential($0.0, $0.1, $0.2, days: 5, findings: [Make.finding(.pass)])
    }
    let calendar = try CalendarText(
      MemoryRun(run: SampleRun.facts(), credentials: credentials))
    let names = calendar.events.compactMap { $0.first { $0.name == "UID" }?.value }
    #expect(Set(names).count == triples.count)
  }

  @Test("It says whose it is, what was found and what to do")
  func description() throws {
    let text = try CalendarText(Self.run(SampleRun.credentials[0])).values("DESCRIPTION")[0]
    for words in [
      "Owner: billing@contoso.example\n", "Tenant: contoso\n", "ended 3 days ago",
      "[AADSTS7000222]\nWhy: The client secret that was sent ended on 2026-11-19.\nFix: Create a new",
      "19 Nov 2026, 04:00 UTC, says the inventory",
      "Runbook: https://wiki.contoso.example/rotate?app=billing&step=1",
    ] { #expect(text.contains(words), "\(words) is missing") }
    let healthy = try CalendarText(Self.run(SampleRun.healthy[0])).values("DESCRIPTION")[0]
    #expect(healthy.contains("Before it ends: create a new one"))
  }

  @Test("Who answers for a suppressed one is said")
  func suppressed() throws {
    let note = SuppressionNote(
      reason: "replaced on 12 December, CHG-4411", owner: "jo@contoso.example", until: "2026-12-15")
    let credential = Make.credential(
      days: 20, findings: [Make.finding(.warning, .credentialExpiry, suppressed: note)])
    let text = try CalendarText(Self.run(credential)).values("DESCRIPTION")[0]
    #expect(
      text.contains(
        "jo@contoso.example answers for it until 2026-12-15: replaced on 12 December, CHG-4411"))
  }

  @Test("What is gone or has no end has no event, and the calendar still has something in it")
  func nothing() throws {
    let calendar = try CalendarText(
      Self.run(
        Make.credential("t", "gone", days: 5, change: .gone, findings: [Make.finding(.critical)]),
        Make.credential("t", "endless", findings: [Make.finding(.pass)])))
    #expect(calendar.events.isEmpty)
    #expect(calendar.lines.contains { $0 == ("BEGIN", "VTIMEZONE") })
    let whole = try CalendarText(SampleRun.whole)
    #expect(!whole.lines.contains { $0 == ("BEGIN", "VTIMEZONE") })
  }

  @Test(
    "No name begins a line of its own or a value of its own",
    arguments: [
      "x\r\nEND:VEVENT\r\nBEGIN:VEVENT", "x\nATTACH:http://evil.example", "x\\nATTENDEE:mailto:a@b",
      "a;b,c\\d", "x\u{2028}URL:https://evil.example", "\\", "x\\", "𝔑𝔞𝔪𝔢 über 部署 🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑",
    ])
  func injection(name: String) throws {
    let credential = Make.credential(
      name, name, name, days: 40, owner: name, runbook: name, tags: [name, "prod"],
      findings: [Make.finding(.warning, code: name, summary: name)])
    let calendar = try CalendarText(Self.run(credential))
    let known: Set = [
      "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "SUMMARY", "DESCRIPTION",
      "CATEGORIES", "STATUS", "TRANSP", "BEGIN", "END", "ACTION", "TRIGGER",
    ]
    #expect(Set(calendar.events[0].map(\.name)) == known)
    #expect(calendar.events.count == 1)
    let shown = name.replacing("\r\n", with: "  ").replacing("\n", with: " ")
      .replacing("\u{2028}", with: " ")
    #expect(
      try calendar.values("SUMMARY") == ["Secret ends: \(shown)/\(shown)/\(shown)"])
    // A tag is one value: an odd number of backslashes stands before no comma within it.
    let categories = try #require(calendar.events[0].first { $0.name == "CATEGORIES" }?.value)
    let values = categories.replacing(#/\\./#, with: "_").split(separator: ",")
    #expect(values.count == 2 && values.last == "prod")
  }

  @Test(
    "Only a page becomes the event's link",
    arguments: [
      ("https://wiki.contoso.example/a?b=c", true), ("mailto:jo@contoso.example", false),
      ("javascript:alert(1)", false), ("https://a.example/\"x", false),
      ("https://a.example/x\r\nATTACH:y", false), ("https://ä.example/", false),
      ("http://a.example", false),
    ])
  func link(_ runbook: String, _ isLink: Bool) throws {
    let credential = Make.credential(days: 40, runbook: runbook, findings: [Make.finding(.pass)])
    let calendar = try CalendarText(Self.run(credential))
    #expect(try calendar.values("URL") == (isLink ? [runbook] : []))
  }
}
