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

  @Test(
    "No template writes a value unescaped",
    arguments: ["Overview", "Tables"])
  func templatesEscape(part: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let file = folder.appending(
      path: "../../Sources/AuditReports/HTML/PageTemplates+\(part).swift")
    let source = try String(contentsOf: file, encoding: .utf8)
    #expect(!source.contains("{{{"))
    #expect(!source.contains("{{&"))
    #expect(!source.contains("{{%"))
    #expect(source.contains("{{"))
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

  @Test("Every table has a caption and scopes, and every verdict its word and its shape")
  func accessible() throws {
    let page = try page()
    #expect(page.matches(of: #/<table\s/#).count == page.matches(of: #/<caption>/#).count)
    #expect(page.matches(of: #/<th\s(?![^>]*scope=)/#).isEmpty)
    #expect(page.contains("aria-live=\"polite\""))
    #expect(page.contains("<html lang=\"en\">"))
    for part in ["<header", "<main", "<footer"] {
      #expect(page.matches(of: try Regex(part)).count == 1)
    }
    let ids = page.matches(of: #/\sid="([^"]*)"/#).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let targets = page.matches(of: #/href="\#([^"]*)"/#).map { String($0.1) }
    #expect(Set(targets).isSubset(of: ids))
  }

  @Test("Beyond ten thousand rows what is in order is counted, and what is not is shown")
  func largeRun() throws {
    let good = Make.finding(.pass)
    let credentials = (0..<10_050).map { number in
      Make.credential(
        "t", "app-\(number)", findings: [number < 20 ? Make.finding(.critical) : good])
    }
    let page = try page(MemoryRun(run: SampleRun.facts(), credentials: credentials))
    #expect(page.matches(of: /<tr role="row" id="s-/).count == 10_000)
    #expect(page.contains("50 credentials more that are in order have no row here"))
  }
}
