import AuditReports
import CredentialAudit
import Foundation
import TestSupport
import Testing

@Suite("The page's subjects")
struct PageSubjectTests {
  private static let note = SuppressionNote(
    reason: "replaced on 12 December, CHG-4411", owner: "jo@contoso.example", until: "2026-12-15")

  private static func row(_ credential: CredentialRecord) throws -> String {
    try #require(try PageText(credentials: [credential]).rows.first)
  }

  @Test("Worst first, each verdict's authorities before its credentials, then as they are lent")
  func order() throws {
    func authority(_ tenant: String, _ verdict: Verdict) -> AuthorityRecord {
      AuthorityRecord(
        tenant: tenant, authority: "https://\(tenant).example", kind: "oidc", cloud: nil,
        tenantID: nil, change: .unchanged, findings: [Make.finding(verdict, .authorityIssuer)])
    }
    let run = MemoryRun(
      run: SampleRun.facts(),
      authorities: [
        authority("a-pass", .pass), authority("b-critical", .critical),
        authority("c-skipped", .skipped), authority("d-pass", .pass),
      ],
      credentials: [Verdict.pass, .critical, .warning, .unknown, .critical].enumerated().map {
        Make.credential("t", "\($0.1.rawValue)-\($0.0)", findings: [Make.finding($0.1)])
      })
    let names = try PageText(run).rows.map { row in
      row.firstMatch(of: /<h3><bdi[^>]*>(.*?)<\/bdi>/).map { String($0.1) }
    }
    #expect(
      names == [
        "b-critical", "critical-1", "critical-4", "unknown-3", "warning-2", "a-pass", "d-pass",
        "pass-0", "c-skipped",
      ])
  }

  @Test("The portal's page is a link beside the owner, once, and only where it may be followed")
  func portal() throws {
    let page = "https://portal.azure.com/#@a/view/X/~/Credentials/appId/b"
    let row = try Self.row(
      Make.credential(findings: [Make.pass(.credentialSource).showing("portal", page)]))
    let link = "<a class=\"portal\" href=\"\(page)\" rel=\"noopener noreferrer\">Portal</a>"
    #expect(row.contains(link))
    #expect(row.ranges(of: page).count == 1)
    let bad = try Self.row(
      Make.credential(findings: [
        Make.finding(.critical, .credentialSource, evidence: ["portal": "javascript:alert(1)"])
      ]))
    #expect(!bad.contains(">Portal</a>") && !bad.contains("javascript:"))
  }

  @Test("The order is said in the inventory's own words")
  func saysOrder() throws {
    let page = try PageText(SampleRun.whole)
    #expect(page.section("subjects")?.contains(Priority.sentence) == true)
  }

  @Test("A suppressed finding says why, who and until when, and stands apart behind the others")
  func suppressed() throws {
    let row = try Self.row(
      Make.credential(findings: [
        Make.finding(.critical, .credentialExpiry, code: "answered", suppressed: Self.note),
        Make.finding(.warning, code: "open"),
      ]))
    let open = try #require(row.range(of: "<code>open</code>"))
    let answered = try #require(row.range(of: "<code>answered</code>"))
    #expect(open.lowerBound < answered.lowerBound)
    #expect(row.contains("<div class=\"finding critical suppressed\""))
    let words = PageText.words(row)
    #expect(words.contains("Suppressed until 2026-12-15 by jo@contoso.example : replaced on"))
    // Somebody has still to act on the other one.
    #expect(!row.contains("class=\"critical suppressed\">"))
  }

  @Test("A subject that is answered for altogether is counted, marked and filtered as suppressed")
  func answeredFor() throws {
    let page = try PageText(
      credentials: [
        Make.credential(findings: [Make.finding(.critical, suppressed: Self.note)])
      ])
    #expect(page.rows.first?.contains("class=\"critical suppressed\">") == true)
    let tiles = page.section("totals") ?? ""
    #expect(PageText.words(tiles).contains("suppressed 1 credential and 0 authorities"))
    #expect(PageText.words(tiles).contains("critical 0 credentials"))
    let box = "name=\"verdict\" value="
    #expect(page.text.contains(box + "\"suppressed\"> suppressed <span class=\"amount\">1</span>"))
    #expect(!page.text.contains(box + "\"critical\""))
    #expect(PageText.words(page.text).contains("1 of them suppressed"))
  }

  @Test("How long it has been so is said, and that it goes back and forth")
  func course() throws {
    let credential = CredentialRecord(
      tenant: "t", application: "a", credential: "c", clientID: "i", kind: "secret",
      source: "env S", change: .unchanged,
      course: SubjectCourse(
        since: SampleRun.start - 8 * 86_400, failingSince: SampleRun.start - 20 * 86_400,
        lastPassedAt: SampleRun.start - 21 * 86_400, streak: 9, isFlapping: true),
      findings: [Make.finding(.critical)])
    let words = PageText.words(try Self.row(credential))
    for part in [
      "flapping", "since 14 Nov, 9 runs", "Critical since 14 Nov 2026, 03:00 UTC",
      "Not passed since 2 Nov 2026, 03:00 UTC", "Last passed 1 Nov 2026, 03:00 UTC",
    ] {
      #expect(words.contains(part), "\(part) is missing")
    }
  }

  @Test("A finding says that it is new, or since when it is known")
  func past() throws {
    var (new, old) = (Make.finding(.critical), Make.finding(.warning, .credentialExpiry))
    new.past = FindingPast(since: SampleRun.start, isNew: true)
    old.past = FindingPast(
      since: SampleRun.start - 86_400, isNew: false, unknownSince: SampleRun.start - 172_800)
    let row = try Self.row(Make.credential(findings: [new, old]))
    #expect(row.matches(of: /<span class="also">new<\/span>/).count == 1)
    let words = PageText.words(row)
    #expect(words.contains("known since 21 Nov 2026"))
    #expect(words.contains("Not seen since 20 Nov 2026, 03:00 UTC"))
  }

  @Test("Every finding has an anchor of its own, the same in the next run and with another verdict")
  func anchors() throws {
    func anchors(_ verdict: Verdict) throws -> [String] {
      let row = try Self.row(
        Make.credential(findings: [
          Make.finding(
            verdict, .credentialAcquisition, code: "\(verdict)", evidence: ["scope": "a"]),
          Make.finding(.pass, .credentialAcquisition, evidence: ["scope": "b"]),
          Make.finding(.pass, .credentialAcquisition, evidence: ["scope": "b"]),
          Make.finding(.skipped, .credentialToken),
        ]))
      return row.matches(of: #/ id="(f-[0-9a-f]{16})"/#).map { String($0.1) }
    }
    let (bad, good) = (try anchors(.critical), try anchors(.pass))
    #expect(Set(bad).count == 4)
    #expect(Set(bad) == Set(good))
  }

  @Test("What stands in a finding's line is not said again behind it, and the rest is")
  func evidence() throws {
    let row = try Self.row(
      Make.credential(
        findings: [
          Make.finding(
            .pass, summary: "2 keys of host.example",
            evidence: ["host": "host.example", "seen": "ok"])
        ]))
    #expect(row.contains("2 keys of host.example <i>seen ok</i>"))
  }

  @Test("Where it stands in the inventory and what its token may do is a click away")
  func facts() throws {
    let credential = CredentialRecord(
      tenant: "t", application: "a", credential: "c", clientID: "the-client", kind: "secret",
      source: "env S", location: SourceLocation(file: "tenants/t.yaml", line: 12, column: 7),
      roles: (1...14).map { "Role.\($0)" }, findings: [Make.finding(.pass)])
    let words = PageText.words(try Self.row(credential))
    for part in ["Source env S", "Client id the-client", "Inventory tenants/t.yaml:12:7"] {
      #expect(words.contains(part), "\(part) is missing")
    }
    #expect(words.contains("Role.12 and 2 more") && !words.contains("Role.13"))
  }
}
