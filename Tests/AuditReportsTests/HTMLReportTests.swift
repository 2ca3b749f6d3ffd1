import AuditReports
import CredentialAudit
import Crypto
import Foundation
import TestSupport
import Testing

@Suite("report.html")
struct HTMLReportTests {
  private func page(_ run: MemoryRun = SampleRun.whole) throws -> String {
    try Output.html.text(of: run)
  }

  private func page(named name: String) throws -> String {
    try page(
      MemoryRun(
        run: SampleRun.facts(),
        credentials: [
          Make.credential(
            name, name, name, owner: name, runbook: name, tags: [name],
            findings: [Make.finding(.critical, summary: name)])
        ]))
  }

  @Test("Nothing in it is fetched: no address but links that a person follows")
  func selfContained() throws {
    let page = try page()
    for word in [
      "src=", "@import", "url(", "<link", "<iframe", "<object", "<base", "http-equiv=\"r",
    ] {
      let found = page.replacing("src=x onerror", with: "").contains(word)
      #expect(!found, "\(word) is in the page")
    }
    let targets = page.matches(of: /href="([^"]*)"/).map { String($0.1) }
    #expect(targets.contains { $0.hasPrefix("https://wiki.contoso.example/") })
    for target in targets {
      let isOurs = target.hasPrefix("#")
      #expect(isOurs || target.hasPrefix("https://") || target.hasPrefix("mailto:"))
    }
  }

  @Test("The policy allows exactly the style and the script that are there")
  func policyMatches() throws {
    let page = try page()
    let policy = try #require(page.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)).1
    #expect(policy.hasPrefix("default-src &#39;none&#39;"))
    for (tag, directive) in [("style", "style-src"), ("script", "script-src")] {
      let blocks = page.components(separatedBy: "<\(tag)>").dropFirst()
      #expect(blocks.count == 1)
      let text = try #require(blocks.first?.components(separatedBy: "</\(tag)>").first)
      let hash = Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
      #expect(policy.contains("\(directive) &#39;sha256-\(hash)&#39;"))
    }
    #expect(!page.contains(" style=\""))
    let withoutValues = page.replacing(#/="[^"]*"/#, with: "")
    #expect(withoutValues.firstMatch(of: #/<[a-z]+[^>]*\son[a-z]+/#) == nil)
  }

  @Test("No template writes a value unescaped")
  func templatesEscape() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/AuditReports/HTML/Templates")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).filter { $0.lastPathComponent.hasPrefix("PageTemplates+") }
    #expect(files.count > 3)
    for file in files {
      let source = try String(contentsOf: file, encoding: .utf8)
      #expect(!source.contains("{{{"))
      #expect(!source.contains("{{&"))
      #expect(!source.contains("{{%"))
      #expect(source.contains("{{"))
    }
  }

  @Test("Markup in a name stays text, in elements and in attributes", arguments: HostileNames.names)
  func hostileName(name: String) throws {
    // What the page has of markup does not depend on what subjects are called.
    func skeleton(_ page: String) -> [Substring] {
      page.matches(of: /<[\/!]?[A-Za-z][^\s>]*/).map(\.output)
    }
    func quotes(_ page: String) -> Int { page.utf8.count { $0 == UInt8(ascii: "\"") } }
    let (hostile, plain) = (try page(named: name), try page(named: "plain"))
    #expect(skeleton(hostile) == skeleton(plain))
    #expect(quotes(hostile) == quotes(plain))
  }

  @Test(
    "A combining mark does not carry a quote past the escaping",
    arguments: ["\"\u{301}", "\u{600}\"", "<\u{20DD}", "\"\u{200D}", "&\u{FE0F}", "'\u{308}"])
  func joinedMarks(cluster: String) throws {
    let markup = try #require(cluster.unicodeScalars.first { "<>&\"'".unicodeScalars.contains($0) })
    func count(_ page: String) -> Int { page.unicodeScalars.count { $0 == markup } }
    let escape = try page(named: "plain").unicodeScalars.count { $0 == "&" }
    let hostile = try page(named: cluster)
    if markup == "&" {
      #expect(hostile.contains("&amp;"))
      #expect(count(hostile) > escape)
    } else {
      #expect(count(hostile) == count(try page(named: "plain")))
    }
  }

  @Test(
    "Only https and mailto become links",
    arguments: [
      "javascript:alert(1)", " https://a.example", "HTTP://a.example", "data:text/html,x",
      "java\tscript:alert(1)", "//evil.example", "https ://x",
    ])
  func unsafeRunbook(address: String) throws {
    let run = MemoryRun(
      run: SampleRun.facts(),
      credentials: [Make.credential(runbook: address, findings: [Make.finding(.pass)])])
    #expect(try !page(run).contains(">Runbook<"))
  }

  @Test("Every table has a caption and scopes, and every verdict its word")
  func accessible() throws {
    let page = try page(SampleRun.night)
    let tables = page.matches(of: #/<table[\s>]/#).count
    #expect(tables == 4)
    #expect(page.matches(of: #/<caption>/#).count == tables)
    #expect(page.matches(of: #/<th[\s>](?![^>]*scope=)/#).isEmpty)
    #expect(page.matches(of: #/<svg (?![^>]*aria-label=)/#).isEmpty)
    #expect(page.contains("aria-live=\"polite\""))
    #expect(page.contains("<html lang=\"en\">"))
    // A list without marks is no list to some screen readers unless it says that it is one.
    #expect(page.contains(#/<ol class="subjects" role="list"/#))
    for part in ["<header", "<main", "<footer", "<h1"] {
      #expect(page.matches(of: try Regex(part)).count == 1)
    }
  }

  @Test("No id stands twice, and every link within the page leads somewhere")
  func anchors() throws {
    let page = try page(SampleRun.night)
    let ids = page.matches(of: #/\sid="([^"]*)"/#).map { String($0.1) }
    #expect(ids.count > 150)
    #expect(Set(ids).count == ids.count)
    let targets = page.matches(of: #/href="\#([^"]*)"/#).map { String($0.1) }
    #expect(Set(targets).isSubset(of: ids))
  }

  @Test("Beyond ten thousand rows what is in order is counted, and what is not is shown")
  func largeRun() throws {
    let good = Make.finding(.pass)
    let credentials = (0..<10_050).map { number in
      Make.credential(
        "t", "app-\(number)", change: .unchanged,
        findings: [number < 20 ? Make.finding(.critical) : good])
    }
    let page = try PageText(
      authorities: Array(SampleRun.authorities.prefix(3)), credentials: credentials)
    #expect(page.rows.count == 10_000)
    #expect(page.rows.count { $0.contains("class=\"critical\"") } == 20)
    #expect(
      page.text.contains(
        "50 credentials and 3 authorities more that are in order have no row here"))
    // What has no row is named without a link.
    #expect(page.section("changes")?.contains("</a>") == false)
    #expect(page.section("changes")?.contains("<bdi>government: authority</bdi>") == true)
  }

  @Test("However many are not in order, each has a row, and the others give way")
  func largeBadRun() throws {
    let credentials = (0..<10_050).map { number in
      Make.credential(
        "t", "app-\(number)", change: .unchanged,
        findings: [number > 20 ? Make.finding(.unknown) : Make.finding(.pass)])
    }
    let page = try PageText(credentials: credentials)
    #expect(page.rows.count == 10_029)
    #expect(page.text.contains("21 credentials more that are in order have no row here"))
    #expect(page.text.contains("All that is not in order has one."))
    #expect(!page.text.contains("id=\"cut\""))
  }

  @Test("Beyond twenty thousand that are not in order the worst have a row, and it says so first")
  func hugeBadRun() throws {
    let note = SuppressionNote(reason: "CHG-1", owner: "jo", until: "2026-12-15")
    let credentials = (0..<20_040).map { number in
      let verdict: Verdict =
        switch number % 501 {
        case 0: .critical
        case 1: .pass
        default: number % 501 < 5 ? .warning : .unknown
        }
      return Make.credential(
        "t", "app-\(number)", change: .unchanged,
        findings: [Make.finding(verdict, suppressed: number % 501 == 2 ? note : nil)])
    }
    // 40 of each odd kind, 80 open warnings and 19,840 unknown: with the authorities 20,003 not in order.
    let authorities = (0..<3).map { number in
      AuthorityRecord(
        tenant: "t\(number)", authority: "https://a.example", kind: nil, cloud: nil, tenantID: nil,
        change: .unchanged, findings: [Make.finding(.warning, .authorityURL)])
    }
    let page = try PageText(authorities: authorities, credentials: credentials)
    #expect(page.rows.count == 20_000)
    #expect(page.rows.count { $0.contains("\"u\">https://a.example") } == 3)
    #expect(page.rows.count { $0.contains("class=\"critical\"><p") } == 40)
    #expect(page.rows.count { $0.contains("class=\"warning suppressed\"") } == 37)
    let cut = "Only the 20,000 worst have a row here. 3 more are not in order: report.json and"
    let said = try #require(page.text.range(of: cut)).lowerBound
    #expect(said < (try #require(page.text.range(of: "id=\"rows\"")).lowerBound))
    #expect(page.text.contains("40 credentials more that are in order have no row here"))
    #expect(!page.text.contains("All that is not in order has one."))
  }

  @Test("Numbers without an end fill no page: a row that is in order is short")
  func shortRows() throws {
    let rows = try PageText(SampleRun.large).rows
    let good = rows.filter { $0.contains("class=\"pass\"") }
    #expect(good.count > 9_000)
    #expect(good.reduce(0) { $0 + $1.utf8.count } / good.count < 1_200)
  }
}
