import AuditReports
import CredentialAudit
import Foundation
import TestSupport
import Testing

@Suite("What cron's mail says")
struct TerminalNewsTests {
  private func text(
    _ credentials: [CredentialRecord], authorities: [AuthorityRecord] = [], complete: Bool = true,
    limit: Int = 50
  ) throws -> String? {
    try TerminalNews(limit: limit).text(
      of: MemoryRun(
        run: SampleRun.facts(complete: complete), authorities: authorities,
        credentials: credentials))
  }

  private static func credential(
    _ verdict: Verdict, _ change: Change, name: String = "primary", new: Bool = false
  ) -> CredentialRecord {
    var finding = Make.finding(verdict)
    finding.past = FindingPast(since: SampleRun.start - 86_400, isNew: new)
    return Make.credential(
      "contoso", "billing", name, days: 40, change: change, findings: [finding])
  }

  @Test(
    "Nobody is told what nobody has to learn",
    arguments: [
      (Verdict.pass, Change.firstSeen), (.pass, .unchanged), (.skipped, .firstSeen),
      (.critical, .unchanged), (.unknown, .unchanged), (.warning, .better), (.pass, .rotated),
      (.critical, .gone),
    ])
  func silent(_ verdict: Verdict, _ change: Change) throws {
    #expect(try text([Self.credential(verdict, change)]) == nil)
  }

  @Test("A run over nothing that was cut short speaks")
  func incomplete() throws {
    let text = try #require(try text([], complete: false))
    #expect(text.hasPrefix("INCOMPLETE: ") && text.contains("looked at nothing"))
    #expect(try self.text([]) == nil)
  }

  @Test("It tells what is new, worse, recovered, rotated and gone, and one line of totals")
  func tells() throws {
    let text = try text(
      [
        Self.credential(.critical, .worse, name: "worse"),
        Self.credential(.critical, .unchanged, name: "known"),
        Self.credential(.critical, .unchanged, name: "other", new: true),
        Self.credential(.pass, .recovered, name: "well"),
        Self.credential(.pass, .rotated, name: "exchanged"),
        Self.credential(.warning, .better, name: "better"),
        Self.credential(.pass, .gone, name: "gone"),
      ], authorities: SampleRun.authorities.filter { $0.tenant == "government" })
    #expect(
      text == """
        contoso
          critical  billing/other: secret, 40 days left (2027-01-01)
                    new: Something was found [some-code]
                    why  This is why.
                    fix  This is what to do.
          critical  billing/worse (worse): secret, 40 days left (2027-01-01)
                    Something was found [some-code]
                    why  This is why.
                    fix  This is what to do.
        recovered    government, authority
                     https://login.microsoftonline.us/agency.example
                     contoso/billing/well: secret, 40 days left (2027-01-01)
        rotated      contoso/billing/exchanged: secret, 40 days left (2027-01-01)
        gone         contoso/billing/gone: Something was found
        in all       7 credentials: 3 critical, 1 warning, 3 pass; 1 authority: 1 pass

        """)
  }

  @Test("However much is new, it is bounded and says how much more there is")
  func bounded() throws {
    let bad = (0..<400).map { Self.credential(.critical, .firstSeen, name: "bad-\($0)") }
    let well = (0..<400).map { Self.credential(.pass, .recovered, name: "well-\($0)") }
    let text = try #require(try text(bad + well, limit: 20))
    #expect(text.contains("… and 380 more\n"))
    #expect(text.contains("             and 380 more\n"))
    #expect(text.split(separator: "\n").count < 120)
  }

  @Test("No name moves the cursor, and no line is wider than the terminal", arguments: [40, 80])
  func hostile(_ columns: Int) throws {
    let credentials = HostileNames.credentials.map { record in
      Make.credential(
        record.tenant, record.application, record.credential, owner: record.owner,
        change: record.verdict == .pass ? .recovered : .worse, findings: record.findings)
    }
    let run = MemoryRun(run: SampleRun.facts(), credentials: credentials)
    let text = try #require(try TerminalNews(columns: columns).text(of: run))
    let coloured = try TerminalNews(style: Style(isOn: true), columns: columns).text(of: run)
    #expect(coloured?.replacing(/\u{1B}\[[0-9;]*m/, with: "") == text)
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control)
    }
    for line in text.split(separator: "\n") where line.count > columns {
      #expect(line.split(separator: " ").contains { $0.count > columns - 18 }, "\(line)")
    }
  }
}
