import AuditReports
import CredentialAudit
import Foundation
import TestSupport
import Testing

@Suite("The page's totals, choices and facts")
struct PageOverviewTests {
  private static func credentials(_ count: Int) -> [CredentialRecord] {
    (0..<count).map { number in
      Make.credential(
        "tenant-\(number)", owner: number == 0 ? nil : "owner-\(number)", tags: ["tag-\(number)"],
        change: .unchanged, findings: [Make.finding(number % 7 == 3 ? .critical : .pass)])
    }
  }

  @Test("Tenants and owners are counted, the worst ten named, and the others counted")
  func tallies() throws {
    let page = try PageText(credentials: Self.credentials(30))
    let tenants = page.table(in: "tallies")
    #expect(tenants.count == 10)
    #expect(tenants.first == ["tenant-10", "1", "0", "0", "0", "1"])
    #expect(tenants.prefix(4).map { $0[0] } == ["tenant-10", "tenant-17", "tenant-24", "tenant-3"])
    let owners = page.table(in: "tallies", number: 1)
    #expect(owners.count == 10)
    #expect(owners[4] == ["no owner", "0", "0", "0", "1", "1"])
    #expect(page.section("tallies")?.contains("and 20 tenants more") == true)
    #expect(
      page.section("tallies")?.contains("data-filter=\"owner\" data-value=\"no owner\"") == true)
  }

  @Test("The totals of all tenants are those of the run")
  func sums() throws {
    let page = try PageText(SampleRun.whole)
    let summary = try SampleRun.whole.summary()
    let rows = page.table(in: "tallies")
    #expect(rows.count == 6)
    for (column, count) in [
      (1, \RunSummary.Counts.critical), (2, \.unknown), (4, \.pass), (5, \.total),
    ] {
      let sum = rows.reduce(0) { $0 + (Int($1[column]) ?? 0) }
      #expect(sum == summary.authorities[keyPath: count] + summary.credentials[keyPath: count])
    }
  }

  @Test("A choice has at most two hundred names, in their own order, and says how many it lacks")
  func choices() throws {
    let page = try PageText(credentials: Self.credentials(1_300))
    for name in ["tenant", "owner", "tag"] {
      let options = page.options(of: name)
      #expect(options.count == 200)
      #expect(options == options.sorted())
    }
    #expect(page.options(of: "tenant").contains("tenant-1298"))
    #expect(page.text.contains("<option disabled>1,100 more: search by name</option>"))
    #expect(page.options(of: "kind") == ["secret"])
    #expect(page.options(of: "change") == ["any", "unchanged"])
  }

  @Test("A choice has each name once, authorities' and credentials' alike")
  func kinds() throws {
    let page = try PageText(SampleRun.whole)
    #expect(
      page.options(of: "kind") == [
        "authority", "certificate", "federated", "managed identity", "secret",
      ])
    for name in ["tenant", "owner", "tag", "kind", "change"] {
      let options = page.options(of: name)
      #expect(Set(options).count == options.count)
    }
  }

  @Test(
    "Every name that a row is filtered by is a choice, letter by letter",
    arguments: HostileNames.names)
  func sameLetters(name: String) throws {
    let page = try PageText(
      credentials: [
        Make.credential(name, name, owner: name, tags: [name], findings: [Make.finding(.pass)])
      ])
    for (choice, part) in [
      ("tenant", /<bdi class="t">(.*?)<\/bdi>/), ("owner", /<p class="o"><bdi>(.*?)<\/bdi>/),
      ("tag", /<bdi class="g">(.*?)<\/bdi>/),
    ] {
      let shown = try #require(page.rows.first?.firstMatch(of: part)?.1)
      #expect(page.options(of: choice) == [String(shown)])
    }
  }

  @Test("Notices beyond the sixth are a click away")
  func notices() throws {
    var run = SampleRun.whole
    run.noticeList = (1...9).map { RunNotice(code: "some-notice", message: "notice number \($0)") }
    let page = try PageText(run).text
    let rest = try #require(page.range(of: "<details><summary>3 more</summary>"))
    #expect(page.range(of: "Notice number 6").map { $0.upperBound < rest.lowerBound } == true)
    #expect(page.range(of: "Notice number 7").map { $0.lowerBound > rest.upperBound } == true)
  }

  @Test(
    "Whatever the auditor says of itself is shown by a readable name",
    arguments: [
      ("clock_offset", "Clock offset"), ("tls_roots", "TLS roots"), ("dns", "DNS"),
      ("store_wal_bytes", "Store WAL bytes"), ("ca_bundle_sha256", "CA bundle SHA-256"),
      ("__odd__", "Odd"), ("proxy", "Proxy"),
    ])
  func auditor(name: String, title: String) throws {
    let facts = SampleRun.facts()
    let run = AuditRun(
      id: facts.id, startedAt: facts.startedAt, finishedAt: facts.finishedAt, toolVersion: "1",
      inventoryPath: "i.yaml", inventorySHA256: "00", complete: true, offline: false,
      scope: RunScope(), auditor: Evidence([Evidence.Item(name: name, value: "<so & so>")]))
    let page = try PageText(MemoryRun(run: run))
    let section = try #require(page.section("about"))
    #expect(section.contains("<dt>\(title)</dt><dd>&lt;so &amp; so&gt;</dd>"))
  }

  @Test("Without anything that the auditor says of itself no heading stands alone")
  func noAuditor() throws {
    let run = AuditRun(
      id: SampleRun.id, startedAt: SampleRun.start, toolVersion: "1", inventoryPath: "i.yaml",
      inventorySHA256: "00", offline: false, scope: RunScope())
    let section = try #require(try PageText(MemoryRun(run: run)).section("about"))
    #expect(!section.contains("auditor itself"))
    #expect(section.contains("<dt>Last complete run ended</dt><dd>never</dd>"))
  }
}
