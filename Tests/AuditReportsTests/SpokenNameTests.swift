import AuditReports
import CredentialAudit
import Foundation
import TestSupport
import Testing

@Suite("What people call a credential that only a directory knows")
struct SpokenNameTests {
  private static let client = "11111111-2222-4333-8444-555555555555"
  private static let key = "aaaaaaaa-0000-4000-8000-000000000002"

  private static func entry(
    _ application: String = client, called name: String? = "Old sync",
    _ credential: String? = "old script", source: String = "directory", change: Change = .worse
  ) -> CredentialRecord {
    CredentialRecord(
      tenant: "contoso", application: application, credential: key, clientID: client,
      kind: "secret", source: source, change: change, expiresAt: SampleRun.start + 86_400 * 5,
      expiresFrom: "directory", daysLeft: 5,
      findings: [
        Make.finding(.warning, .credentialExpiry, code: "expires-soon"),
        Make.finding(
          .pass, .directoryApplication, code: "ok", evidence: ["display_name": name]),
        Make.finding(
          .skipped, .directoryCredential, code: "not-declared",
          evidence: ["display_name": credential]),
      ])
  }

  @Test(
    "the directory's words stand in quotation marks before the ids, as far as there are any",
    arguments: [
      (entry(), "'Old sync' / 'old script'" as String?), (entry(called: nil), "'old script'"),
      (entry(called: "Old sync", nil), "'Old sync'"), (entry(called: nil, nil), nil),
      (entry("billing"), "billing / 'old script'"), (entry("billing", called: "x", nil), nil),
      (entry(source: "env SECRET"), nil),
      (
        entry(called: String(repeating: "n", count: 120), nil),
        "'" + String(repeating: "n", count: 39) + "…'"
      ),
    ])
  func spoken(_ credential: CredentialRecord, _ name: String?) {
    #expect(credential.spokenName == name)
    #expect(
      credential.heading == (name.map { "\($0) (\(credential.subject))" } ?? credential.subject))
  }

  @Test("no name that somebody wrote passes for a declared credential's, in any format")
  func pretending() throws {
    let run = MemoryRun(
      run: SampleRun.facts(),
      credentials: [Self.entry(called: "</h3><b>billing\u{202E}", "primary` | =1+1")])
    for output in [Output.html, .md, .terminal, .coloured, .ics] {
      let text = try output.text(of: run).replacing("\r\n ", with: "")
      #expect(!text.contains("\u{202E}"), "\(output)")
      #expect(text.contains(Self.key) && text.contains("billing"), "\(output)")
    }
    let page = try #require(try PageText(run).rows.first)
    #expect(page.contains("&#39; / &#39;primary") && !page.contains("<b>billing"))
  }

  @Test("whoever reads what is gone learns its name", arguments: [Output.html, .md])
  func gone(_ output: Output) throws {
    var names = GoneNames()
    names.take(["display_name": "Old sync"], of: .directoryApplication)
    names.take(["display_name": "old script"], of: .directoryCredential)
    names.take(["display_name": "no name of it"], of: .credentialExpiry)
    let gone = CredentialRecord(
      tenant: "contoso", application: Self.client, credential: Self.key, clientID: Self.client,
      kind: "secret", source: "directory", change: .gone,
      findings: [
        Finding.gone(
          .credential(tenant: "contoso", application: Self.client, credential: Self.key),
          last: .pass, code: "ok", lookedAt: SampleRun.start, successor: nil,
          because: .leftDirectory, called: names)
      ])
    #expect(gone.spokenName == "'Old sync' / 'old script'")
    let text = try output.text(
      of: MemoryRun(
        run: SampleRun.facts(),
        credentials: [gone, Make.credential(change: .unchanged, findings: [Make.finding(.pass)])]))
    #expect(text.contains("old script") && !text.contains("no name of it"))
  }
}
