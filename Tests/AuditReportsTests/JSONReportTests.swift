import AuditReports
import CredentialAudit
import Foundation
import TestSupport
import Testing

@Suite("report.json")
struct JSONReportTests {
  private func object(_ run: any RunReader) throws -> [String: Any] {
    let data = Data(try Output.json.bytes(of: run))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// The keys of the first object after a marker, in the order of the file.
  private func keys(after marker: String, depth: Int) throws -> [String] {
    let text = try Output.json.text(of: SampleRun.whole)
    let start = try #require(text.range(of: marker)).upperBound
    let indent = "\n" + String(repeating: " ", count: depth) + "\""
    let rest = text[start...]
    let end = rest.range(of: "\n" + String(repeating: " ", count: depth - 2) + "}")
    return rest[..<(end?.lowerBound ?? rest.endIndex)].components(separatedBy: indent).dropFirst()
      .compactMap { $0.split(separator: "\"").first.map(String.init) }
  }

  @Test("Keys come in the documented order")
  func keyOrder() throws {
    #expect(
      try keys(after: "{", depth: 2) == [
        "schema", "run", "auditor", "notices", "summary", "authorities", "credentials",
      ])
    #expect(
      try keys(after: "\"credentials\": [\n    {", depth: 6) == [
        "tenant", "application", "credential", "client_id", "kind", "owner", "runbook", "tags",
        "verdict", "change", "expires_at", "expires_from", "days_left", "thumbprint_sha1",
        "thumbprint_sha256", "findings",
      ])
    #expect(
      try keys(after: "\"findings\": [\n        {", depth: 10) == [
        "check", "verdict", "code", "class", "summary", "cause", "fix", "evidence", "retryable",
        "suppressed",
      ])
  }

  @Test("Every name comes back as it was, however hostile")
  func namesSurvive() throws {
    let credentials = try #require(object(SampleRun.whole)["credentials"] as? [[String: Any]])
    let names = Set(credentials.compactMap { $0["application"] as? String })
    for name in HostileNames.names where name.unicodeScalars.count <= 2_000 {
      #expect(names.contains(name))
    }
  }

  @Test(
    "What acts on a page or a script is written as an escape",
    arguments: ["<", ">", "&", "\u{2028}", "\u{2029}", "\u{202E}", "\u{7F}", "\u{E0041}"])
  func escapes(text: String) throws {
    let run = MemoryRun(
      run: SampleRun.facts(),
      credentials: [Make.credential("t", text, findings: [Make.finding(.pass)])])
    #expect(try !Output.json.text(of: run).contains(text))
    let credentials = try #require(object(run)["credentials"] as? [[String: Any]])
    #expect(credentials.first?["application"] as? String == text)
  }

  @Test("Evidence keeps its order, and a name that comes twice is numbered")
  func evidence() throws {
    let evidence = Evidence([
      Evidence.Item(name: "scope", value: "b"), Evidence.Item(name: "scope", value: "a"),
      Evidence.Item(name: "audience", value: "c"),
    ])
    let run = MemoryRun(
      run: SampleRun.facts(),
      credentials: [Make.credential(findings: [Make.finding(.pass, evidence: evidence)])])
    let text = try Output.json.text(of: run).filter { $0 != " " && $0 != "\n" }
    #expect(text.contains(#""evidence":{"scope":"b","scope_2":"a","audience":"c"}"#))
  }

  @Test("Totals are the run's, and what is not known is null")
  func totalsAndNulls() throws {
    let report = try object(SampleRun.whole)
    let summary = try #require(report["summary"] as? [String: [String: Int]])
    #expect(summary["credentials"]?["total"] == SampleRun.whole.credentials.count)
    #expect(summary["credentials"]?["suppressed"] == 1)
    let authorities = try #require(report["authorities"] as? [[String: Any]])
    let partner = try #require(authorities.first { $0["tenant"] as? String == "partner" })
    #expect(partner["cloud"] is NSNull)
    #expect(partner["tenant_id"] is NSNull)
  }
}
