import AuditReports
import CredentialAudit
import Foundation
import TestSupport
import Testing

@Suite("What every report keeps")
struct ConformanceTests {
  @Test("The same run gives the same bytes", arguments: Output.allCases)
  func deterministic(output: Output) throws {
    #expect(try output.bytes(of: SampleRun.whole) == output.bytes(of: SampleRun.whole))
  }

  @Test("The bytes are UTF-8 and end with a line's end", arguments: Output.allCases)
  func wellFormed(output: Output) throws {
    let bytes = try output.bytes(of: SampleRun.whole)
    #expect(String(validating: bytes, as: UTF8.self) != nil)
    #expect(bytes.last == UInt8(ascii: "\n"))
  }

  @Test("The run's id is in it", arguments: Output.allCases)
  func carriesItsRun(output: Output) throws {
    #expect(try output.text(of: SampleRun.whole).contains(SampleRun.id))
  }

  @Test(
    "An empty run says that nothing was looked at, not that all is well",
    arguments: Output.allCases)
  func emptyRun(output: Output) throws {
    let text = try output.text(of: MemoryRun(run: SampleRun.facts()))
    #expect(text.contains(SampleRun.id))
    #expect(!text.contains("Nothing is wrong"))
    #expect(!text.contains("is in order<"))
    if output != .json { #expect(text.contains("looked at nothing")) }
  }

  @Test("Each verdict is said by its word", arguments: Output.allCases, Verdict.allCases)
  func saysEachVerdict(output: Output, verdict: Verdict) throws {
    let run = MemoryRun(
      run: SampleRun.facts(),
      credentials: [Make.credential(days: 40, findings: [Make.finding(verdict)])])
    #expect(try output.text(of: run).contains(verdict.rawValue))
  }

  @Test("What was not looked at is said before any subject", arguments: Output.allCases)
  func limitsComeFirst(output: Output) throws {
    let scope = RunScope(tenants: ["conto*"], shard: "1/4")
    let run = MemoryRun(
      run: SampleRun.facts(complete: false, offline: true, scope: scope),
      credentials: [
        Make.credential("contoso", "the-subject", days: 40, findings: [Make.finding(.critical)])
      ])
    let text = try output.text(of: run).lowercased()
    let subject = try #require(text.range(of: "the-subject")).lowerBound
    let head = text[..<subject]
    let words =
      output == .json
      ? [#""complete": false"#, #""offline": true"#, "conto*", "1/4"]
      : ["cut short", "nothing of the network", "conto*", "1/4"]
    for word in words { #expect(head.contains(word), "\(word) is missing") }
  }

  @Test(
    "A run without an end says that it was killed or still runs",
    arguments: Output.allCases.filter { $0 != .json })
  func runWithoutEnd(output: Output) throws {
    var run = SampleRun.whole
    run.run.finishedAt = nil
    run.run.complete = false
    let text = try output.text(of: run).replacing("\n", with: " ")
    #expect(text.contains("has no end"))
  }

  @Test(
    "No control character and no character that turns text around gets through",
    arguments: Output.allCases)
  func controlsAreGone(output: Output) throws {
    let text = try output.text(of: SampleRun.whole)
    let allowed: Set<Unicode.Scalar> =
      switch output {
      case .csv: ["\n", "\r", "\u{FEFF}"]
      case .coloured: ["\n", "\u{1B}"]
      // A word joiner is the page's own, between characters of markup.
      case .html: ["\n", "\u{2060}"]
      case .ics: ["\n", "\r"]
      case .json, .junit, .md, .prom, .sarif, .terminal: ["\n"]
      }
    let bad = text.unicodeScalars.filter { scalar in
      let isControl = scalar.properties.generalCategory == .control
      let isFormat =
        scalar.properties.generalCategory == .format && scalar != "\u{200D}"
        && scalar != "\u{200C}" && scalar != "\u{600}"
      let isLineEnd = scalar == "\u{2028}" || scalar == "\u{2029}"
      let isNothing = scalar.properties.isNoncharacterCodePoint
      return (isControl || isFormat || isLineEnd || isNothing) && !allowed.contains(scalar)
    }
    #expect(bad.isEmpty)
  }

  @Test("Only the style's own sequences are in a coloured summary")
  func colouredSequences() throws {
    let text = try Output.coloured.text(of: SampleRun.whole)
    let rest = text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(!rest.contains("\u{1B}"))
    #expect(text != rest)
  }

  @Test("No word of Swift's own shows", arguments: Output.allCases)
  func noLeftovers(output: Output) throws {
    let text = try output.text(of: SampleRun.whole)
    for word in ["Optional(", "nil,", ">nil<", "NaN", "inf,", "CredentialRecord", "Evidence("] {
      #expect(!text.contains(word), "\(word) shows")
    }
  }

  @Test("Huge evidence is cut", arguments: Output.allCases)
  func hugeEvidenceIsCut(output: Output) throws {
    let huge = String(repeating: "é", count: 3_000_000)
    let run = MemoryRun(
      run: SampleRun.facts(),
      credentials: [
        Make.credential(
          days: 40,
          findings: [
            Make.finding(.critical, code: huge, summary: huge, evidence: ["seen": huge])
          ])
      ])
    #expect(try output.bytes(of: run).count < 100_000)
  }

  @Test("Dates that no calendar has end no report", arguments: Output.allCases)
  func strangeDates(output: Output) throws {
    for end in [Date.distantPast, .distantFuture, Date(timeIntervalSince1970: .infinity)] {
      let credential = CredentialRecord(
        tenant: "t", application: "a", credential: "c", clientID: "i", kind: "secret",
        source: "env S", expiresAt: end, expiresFrom: "inventory", daysLeft: .min,
        findings: [Make.finding(.warning)])
      let run = MemoryRun(run: SampleRun.facts(), credentials: [credential])
      #expect(try !output.bytes(of: run).isEmpty)
    }
  }

  @Test(
    "A run that cannot be read to its end is an error, not a shorter report",
    arguments: Output.allCases)
  func brokenRun(output: Output) throws {
    var run = SampleRun.whole
    run.breaksAfter = 3
    #expect(throws: MemoryRun.Broken.self) { try output.bytes(of: run) }
  }
}
