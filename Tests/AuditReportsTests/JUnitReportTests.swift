import AuditReports
import CredentialAudit
import Foundation
import TestSupport
import Testing

@Suite("junit.xml")
struct JUnitReportTests {
  private static let note = SuppressionNote(
    reason: "replaced, CHG-4411", owner: "jo@contoso.example", until: "2026-12-15")

  private func reading(_ findings: [Finding]) throws -> JUnitReading {
    try JUnitReading(
      MemoryRun(run: SampleRun.facts(), credentials: [Make.credential(findings: findings)]))
  }

  private func outcomes(_ reading: JUnitReading) -> [String: Int] {
    reading.suites.flatMap(\.cases).reduce(into: [:]) { $0[$1.outcome, default: 0] += 1 }
  }

  @Test(
    "A verdict is an outcome, and only critical and unknown are red",
    arguments: [
      (Verdict.critical, false, "failure"), (.unknown, false, "error"), (.warning, false, "passed"),
      (.pass, false, "passed"), (.skipped, false, "skipped"), (.critical, true, "skipped"),
      (.unknown, true, "skipped"), (.warning, true, "skipped"),
    ])
  func outcome(verdict: Verdict, isSuppressed: Bool, outcome: String) throws {
    let finding = Make.finding(
      verdict, code: "the-code", summary: "What was found",
      suppressed: isSuppressed ? Self.note : nil)
    let testCase = try #require(try reading([finding]).cases.first)
    #expect(testCase.className == "contoso/app/primary")
    #expect(testCase.name == "credential.acquisition")
    #expect(testCase.outcome == outcome)
    if isSuppressed {
      #expect(
        testCase.message
          == "suppressed until 2026-12-15 by jo@contoso.example: replaced, CHG-4411")
    } else if outcome != "passed" {
      #expect(testCase.message == "What was found")
    }
    if outcome == "failure" || outcome == "error" { #expect(testCase.type == "the-code") }
    if verdict.severity >= Verdict.warning.severity {
      #expect(testCase.text.contains("\(verdict.rawValue) the-code: What was found\n"))
      #expect(testCase.text.contains("Cause: This is why.\nFix: This is what to do."))
    }
  }

  @Test("What a check says several times is one case, as red as its worst that nobody answers for")
  func oneCasePerCheck() throws {
    let warning = Make.finding(.warning, .credentialSource, code: "first")
    let answered = Make.finding(
      .critical, .credentialSource, code: "second", suppressed: Self.note)
    let calm = try reading([warning, answered]).cases
    #expect(calm.map(\.outcome) == ["passed"])
    #expect(calm.first?.text.contains("critical second") == true)
    #expect(calm.first?.text.contains("Suppressed until 2026-12-15") == true)
    let unknown = Make.finding(.unknown, .credentialSource, code: "third")
    let red = try reading([warning, answered, unknown]).cases
    #expect(red.map(\.outcome) == ["error"])
    #expect(red.first?.type == "third")
    let proven = try reading([answered, Make.pass(.credentialSource)]).cases
    #expect(proven.map(\.outcome) == ["skipped"])
  }

  @Test("A case's name does not depend on how far a night came")
  func oneScope() throws {
    for evidence: Evidence in [[:], ["scope": "https://a/.default"]] {
      let cases = try reading([Make.finding(.critical, evidence: evidence)]).cases
      #expect(cases.map(\.name) == ["credential.acquisition"])
    }
  }

  @Test("Each of several scopes of a check has a case of its own")
  func scopes() throws {
    let findings = [(Verdict.pass, "https://a/.default"), (.critical, "https://b/.default")].map {
      Make.finding($0.0, evidence: ["scope": $0.1])
    }
    let cases = try reading(findings).cases
    #expect(
      Set(cases.map { "\($0.name) \($0.outcome)" }) == [
        "credential.acquisition [https://a/.default] passed",
        "credential.acquisition [https://b/.default] failure",
      ])
  }

  @Test("Every suite states its counts, and the whole file theirs", arguments: [1, 7, 20_000])
  func counts(casesPerBatch: Int) throws {
    let reading = try JUnitReading(SampleRun.whole, casesPerBatch: casesPerBatch)
    for suite in reading.suites {
      let outcomes = suite.cases.map(\.outcome)
      let counted = [
        outcomes.count, outcomes.count { $0 == "failure" }, outcomes.count { $0 == "error" },
        outcomes.count { $0 == "skipped" },
      ]
      #expect(suite.counts == counted, "\(suite.name)")
    }
    #expect(
      reading.totals
        == (0..<4).map { place in reading.suites.map { $0.counts[place] }.reduce(0, +) })
    #expect(
      reading.suites.map(\.name) == [
        "credaudit", "tenant contoso", "tenant fabrikam", "tenant government", "tenant northwind",
        "tenant partner", "tenant tailspin",
      ])
    let names = reading.cases.map { "\($0.className) \($0.name)" }
    #expect(Set(names).count == names.count, "a case is there twice")
    let whole = try JUnitReading(SampleRun.whole)
    #expect(whole.cases == reading.cases, "batches change nothing")
  }

  @Test("A tenant's authority is a class of its own")
  func authority() throws {
    let reading = try JUnitReading(SampleRun.whole)
    let partner = try #require(reading.suites.first { $0.name == "tenant partner" })
    #expect(partner.cases.map(\.className) == ["partner/authority", "partner/authority"])
    #expect(partner.cases.map(\.outcome) == ["failure", "passed"])
    #expect(partner.cases.first?.text.contains("https://idp.partner.example/realm") == true)
  }

  @Test(
    "A run that proves nothing is never green",
    arguments: [(false, true, true), (true, false, true), (true, true, false)])
  func neverGreen(isComplete: Bool, hasSubjects: Bool, isRed: Bool) throws {
    let reading = try JUnitReading(
      MemoryRun(
        run: SampleRun.facts(complete: isComplete),
        credentials: hasSubjects ? [Make.credential(findings: [Make.pass(.credentialToken)])] : []))
    #expect((outcomes(reading)["error"] ?? 0 > 0) == isRed)
    #expect(reading.totals[2] == (isRed ? 1 : 0))
    #expect(reading.totals[0] >= 4)
  }

  @Test("An offline or filtered run skips the cases that say it was not")
  func limits() throws {
    let run = SampleRun.facts(offline: true, scope: RunScope(tenants: ["conto*"]))
    let reading = try JUnitReading(MemoryRun(run: run, credentials: SampleRun.healthy))
    let skipped = reading.suites[0].cases.filter { $0.outcome == "skipped" }
    #expect(skipped.map(\.name) == ["run asked the network", "run looked at the whole inventory"])
    #expect(skipped.last?.message?.contains("conto*") == true)
  }

  @Test("The run's facts are its suite's properties")
  func properties() throws {
    let suites = try JUnitReading(SampleRun.whole).suites
    #expect(
      suites[0].properties == [
        "run_id": SampleRun.id, "tool_version": "0.1.0", "complete": "true", "offline": "false",
        "inventory_path": "config/inventory.yaml",
        "inventory_sha256": String(repeating: "0a1b2c3d", count: 8),
      ])
    #expect(suites.allSatisfy { $0.properties["run_id"] == SampleRun.id })
  }

  @Test(
    "What would be markup, or no XML at all, comes back as text",
    arguments: [
      "<a b='c' d=\"e\">&amp;</a>", "]]>", "<![CDATA[x]]>", "<!--x-->", "a\u{301}\"\u{301}",
      "\u{0}\u{B}\u{FFFE}\u{FFFF}\u{1F}x\u{7F}\u{85}", "𝔑", "line\nline\r\n\tend",
    ])
  func hostileText(text: String) throws {
    let findings = [Make.finding(.critical, code: text, summary: text)]
    let reading = try JUnitReading(
      MemoryRun(
        run: SampleRun.facts(), credentials: [Make.credential(text, text, text, findings: findings)]
      ))
    let testCase = try #require(reading.cases.first)
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x9...0xD, 0x85: shown += " "
      case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF: break
      default: shown.unicodeScalars.append(scalar)
      }
    }
    #expect(testCase.message == shown)
    #expect(testCase.type == shown)
    #expect(testCase.className == "\(shown)/\(shown)/\(shown)")
  }
}
