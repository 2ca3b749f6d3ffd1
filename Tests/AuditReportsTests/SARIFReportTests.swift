import CredentialAudit
import Foundation
import TestSupport
import Testing

@testable import AuditReports

@Suite("report.sarif")
struct SARIFReportTests {
  typealias Object = [String: Any]

  private func sarif(_ run: MemoryRun, limit: Int = SARIFDigest.resultLimit) throws -> Object {
    var bytes: [UInt8] = []
    let stream = ByteStream(to: { bytes += $0 })
    var report = try SARIFReport(run: run, stream: stream, limit: limit)
    try report.write(run)
    try stream.flush()
    let log = try JSONSerialization.jsonObject(with: Data(bytes)) as? Object
    return try #require((log?["runs"] as? [Object])?.first)
  }

  private func results(_ run: Object) throws -> [Object] {
    try #require(run["results"] as? [Object])
  }

  private func result(_ finding: Finding) throws -> Object? {
    let run = MemoryRun(
      run: SampleRun.facts(), credentials: [Make.credential(findings: [finding])])
    return try results(try sarif(run)).first
  }

  private func rules(_ run: Object) throws -> [Object] {
    let driver = (run["tool"] as? Object)?["driver"] as? Object
    return try #require(driver?["rules"] as? [Object])
  }

  private func invocation(_ run: Object) throws -> Object {
    try #require((run["invocations"] as? [Object])?.first)
  }

  private func text(_ object: Any?) -> String? {
    (object as? Object)?["text"] as? String
  }

  @Test(
    "A verdict is a level; what is in order is no result",
    arguments: [
      (Verdict.critical, "error"), (.unknown, "error"), (.warning, "warning"), (.pass, nil),
      (.skipped, nil),
    ] as [(Verdict, String?)])
  func levels(verdict: Verdict, level: String?) throws {
    let result = try result(Make.finding(verdict))
    #expect(result?["level"] as? String == level)
    #expect(result.map { $0["kind"] as? String == "fail" } ?? true)
    #expect(
      (result?["properties"] as? Object)?["verdict"] as? String
        == (level == nil ? nil : verdict.rawValue))
  }

  @Test("What could not be looked at says so in its first sentence")
  func unknown() throws {
    let result = try result(Make.finding(.unknown, summary: "no answer came"))
    #expect(
      text(result?["message"])
        == "contoso/app/primary: could not be looked at: no answer came. This is why. This is what to do."
    )
  }

  @Test("A result's rule is its check and its code, with the worst level of its results")
  func ruleOfResult() throws {
    let run = try sarif(
      MemoryRun(
        run: SampleRun.facts(),
        credentials: [
          Make.credential(
            findings: [
              Make.finding(.warning, .credentialExpiry, code: "expires-soon"),
              Make.finding(.critical, .credentialExpiry, code: "expires-soon"),
              Make.finding(.warning, code: "AADSTS1/../x y"),
            ])
        ]))
    let rules = try rules(run)
    #expect(
      rules.compactMap { $0["id"] as? String } == [
        "credential.acquisition/AADSTS1-..-x-y", "credential.expiry/expires-soon",
      ])
    let levels = rules.map { ($0["defaultConfiguration"] as? Object)?["level"] as? String }
    #expect(levels == ["warning", "error"])
    #expect(text(rules[1]["shortDescription"]) == "The credential ends soon.")
    #expect(text(rules[1]["help"])?.contains("Fix: Create a new one now") == true)
    for result in try results(run) {
      let place = try #require(result["ruleIndex"] as? Int)
      #expect(rules[place]["id"] as? String == result["ruleId"] as? String)
    }
  }

  @Test(
    "A rule says what holds for all its results, where that is known",
    arguments: [
      ("AADSTS7000222", "past its end date"), ("expired", "past its end"),
      ("invalid_client", "does not accept the application"), ("AADSTS999999999", "This is why."),
      ("AADSTS7000222x", "This is why."), ("no_such_error", "This is why."),
    ])
  func ruleText(code: String, words: String) throws {
    let run = MemoryRun(
      run: SampleRun.facts(),
      credentials: [Make.credential(findings: [Make.finding(.critical, code: code)])])
    let rule = try #require(try rules(try sarif(run)).first)
    #expect(text(rule["shortDescription"])?.contains(words) == true)
    #expect((rule["help"] as? Object)?["markdown"] as? String != nil)
  }

  @Test(
    "A place is where the inventory has it",
    arguments: [
      ("config/inventory.yaml", "config/inventory.yaml", true),
      ("./config//tenants/../a b.yaml", "config/a%20b.yaml", true),
      ("../shared/a.yaml", "../shared/a.yaml", false),
      ("a/../../b.yaml", "../b.yaml", false),
      ("/etc/credaudit/größe#1?.yaml", "file:///etc/credaudit/gr%C3%B6%C3%9Fe%231%3F.yaml", false),
      ("/../etc/./x.yaml", "file:///etc/x.yaml", false),
      ("c:d%41.yaml", "c%3Ad%2541.yaml", true), ("\u{202E}\n.yaml", "%E2%80%AE%0A.yaml", true),
    ])
  func places(path: String, uri: String, isInBase: Bool) throws {
    let credential = CredentialRecord(
      tenant: "t", application: "a", credential: "c", clientID: "i", kind: "secret",
      source: "env S", location: SourceLocation(file: path, line: 12, column: 5),
      findings: [Make.finding(.critical)])
    let run = try sarif(MemoryRun(run: SampleRun.facts(), credentials: [credential]))
    let location = (try results(run).first?["locations"] as? [Object])?.first
    let place = location?["physicalLocation"] as? Object
    let artifact = place?["artifactLocation"] as? Object
    #expect(artifact?["uri"] as? String == uri)
    #expect((artifact?["uriBaseId"] != nil) == isInBase)
    #expect((place?["region"] as? Object)?["startLine"] as? Int == 12)
    #expect((place?["region"] as? Object)?["startColumn"] as? Int == 5)
    let logical = (location?["logicalLocations"] as? [Object])?.first
    #expect(logical?["fullyQualifiedName"] as? String == "t/a/c")
    #expect(logical?["kind"] as? String == "credential")
  }

  @Test("Without a line the place is the inventory; a path that is too long is left out")
  func withoutLine() throws {
    func place(_ path: String) throws -> Object? {
      let facts = AuditRun(
        id: SampleRun.id, startedAt: SampleRun.start, toolVersion: "0.1.0", inventoryPath: path,
        inventorySHA256: "00", complete: true, offline: false, scope: RunScope())
      let run = MemoryRun(
        run: facts, credentials: [Make.credential(findings: [Make.finding(.critical)])])
      let location = (try results(try sarif(run)).first?["locations"] as? [Object])?.first
      return location?["physicalLocation"] as? Object
    }
    let known = try #require(try place("inventory.yaml"))
    #expect(known["region"] == nil)
    #expect((known["artifactLocation"] as? Object)?["uri"] as? String == "inventory.yaml")
    #expect(try place(String(repeating: "ü/", count: 400)) == nil)
  }

  @Test("Who answers for a result stands with it, and on all others that nobody does")
  func suppressions() throws {
    let note = SuppressionNote(reason: "CHG-4411", owner: "jo", until: "2026-12-15")
    let answered = try result(Make.finding(.critical, suppressed: note))
    let kept = try #require((answered?["suppressions"] as? [Object])?.first)
    #expect(kept["kind"] as? String == "external" && kept["status"] as? String == "accepted")
    #expect(kept["justification"] as? String == "CHG-4411")
    #expect((kept["properties"] as? Object)?["until"] as? String == "2026-12-15")
    #expect((try result(Make.finding(.critical))?["suppressions"] as? [Object])?.isEmpty == true)
  }

  private func state(_ past: FindingPast?) throws -> String? {
    let finding = Finding(
      check: .credentialToken, verdict: .critical, code: "x", summary: "x", past: past)
    let run = MemoryRun(
      run: SampleRun.facts(), credentials: [Make.credential(findings: [finding])])
    return try results(try sarif(run)).first?["baselineState"] as? String
  }

  @Test("A result says whether the last run had it")
  func baseline() throws {
    let before = SampleRun.start - 86_400
    #expect(try state(FindingPast(since: SampleRun.start, isNew: true)) == "new")
    #expect(try state(FindingPast(since: before, isNew: false)) == "unchanged")
    #expect(
      try state(FindingPast(since: SampleRun.start, isNew: true, unknownSince: before))
        == "updated")
    #expect(
      try state(FindingPast(since: SampleRun.start, isNew: true, unknownSince: SampleRun.start))
        == "new")
    #expect(try state(nil) == nil)
  }

  @Test("Where one result was not compared, none says that it was")
  func baselineOfAll() throws {
    let compared = Finding(
      check: .credentialToken, verdict: .critical, code: "x", summary: "x",
      past: FindingPast(since: SampleRun.start, isNew: true))
    let run = MemoryRun(
      run: SampleRun.facts(),
      credentials: [Make.credential(findings: [compared, Make.finding(.warning)])])
    #expect(try results(try sarif(run)).allSatisfy { $0["baselineState"] == nil })
  }

  @Test("A result is known again by what it is about, not by what is said of it")
  func fingerprints() throws {
    func print(_ finding: Finding) throws -> String? {
      (try result(finding)?["partialFingerprints"] as? [String: String])?["credauditFinding/v1"]
    }
    let one = try #require(try print(Make.finding(.critical, code: "a", summary: "b")))
    #expect(try print(Make.finding(.warning, code: "c", summary: "d")) == one)
    #expect(try print(Make.finding(.critical, evidence: ["scope": "s"])) != one)
    #expect(try print(Make.finding(.critical, .credentialExpiry)) != one)
    let all = try results(try sarif(SampleRun.whole)).compactMap {
      ($0["partialFingerprints"] as? [String: String])?.values.first
    }
    #expect(!all.isEmpty && Set(all).count == all.count)
  }

  @Test(
    "A run that proves nothing did not succeed and has a result of its own",
    arguments: [(false, true, "run/run-incomplete"), (true, false, "run/run-empty")])
  func runResult(isComplete: Bool, hasSubjects: Bool, rule: String) throws {
    let run = try sarif(
      MemoryRun(
        run: SampleRun.facts(complete: isComplete),
        credentials: hasSubjects ? [Make.credential(findings: [Make.pass(.credentialToken)])] : []))
    #expect(try results(run).map { $0["ruleId"] as? String } == [rule])
    #expect(try results(run).first?["level"] as? String == "error")
    #expect(try rules(run).map { $0["id"] as? String } == [rule])
    let invocation = try invocation(run)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    let told = try #require(invocation["toolExecutionNotifications"] as? [Object])
    #expect(told.map { $0["level"] as? String } == ["error"])
  }

  @Test("A run that is offline or filtered succeeded, and says what it did not look at")
  func limitedRun() throws {
    let facts = SampleRun.facts(offline: true, scope: RunScope(tenants: ["conto*"]))
    let run = try sarif(MemoryRun(run: facts, credentials: SampleRun.healthy))
    #expect(try results(run).isEmpty)
    let invocation = try invocation(run)
    #expect(invocation["executionSuccessful"] as? Bool == true)
    let told = try #require(invocation["toolExecutionNotifications"] as? [Object])
    #expect(
      told.map { ($0["descriptor"] as? Object)?["id"] as? String } == [
        "run-offline", "run-filtered",
      ])
    #expect(text(told.last?["message"])?.contains("conto*") == true)
  }

  @Test("What has no room is counted, and the rules are those of what has")
  func bounded() throws {
    let credentials = (0..<5).map { number in
      Make.credential(
        "t", "a\(number)",
        findings: [Make.finding(number == 0 ? .critical : .warning, code: "c\(number)")])
    }
    let memory = MemoryRun(run: SampleRun.facts(), credentials: credentials)
    let run = try sarif(memory, limit: 2)
    #expect(try results(run).map { $0["level"] as? String } == ["error", "warning"])
    #expect(try rules(run).count == 2)
    let told = try #require(try invocation(run)["toolExecutionNotifications"] as? [Object])
    #expect(text(told.first?["message"]) == "3 results have no room here: report.json has them.")
    #expect(try results(try sarif(memory, limit: 5)).count == 5)
    // What is said of the run takes room as well.
    let short = MemoryRun(run: SampleRun.facts(complete: false), credentials: credentials)
    let cut = try sarif(short, limit: 3)
    #expect(try results(cut).map { $0["level"] as? String } == ["error", "error", "warning"])
    #expect(try rules(cut).count == 3)
    let words = try #require(try invocation(cut)["toolExecutionNotifications"] as? [Object])
    #expect(text(words.last?["message"]) == "3 results have no room here: report.json has them.")
  }

  @Test(
    "No text is a link or a placeholder to a viewer",
    arguments: ["[a](https://evil.example)", "{0}", "{{0}}", "}", "[a]\u{200B}(b)"])
  func messages(words: String) throws {
    let finding = Finding(
      check: .credentialToken, verdict: .critical, code: "no-code-of-ours", summary: words,
      cause: words, fix: words)
    let run = try sarif(
      MemoryRun(
        run: SampleRun.facts(), notices: [RunNotice(code: "n", message: words)],
        credentials: [Make.credential(words, words, findings: [finding])]))
    let notice = (try invocation(run)["toolConfigurationNotifications"] as? [Object])?.first
    let rule = try #require(try rules(run).first)
    var texts = [text(try results(run).first?["message"]), text(notice?["message"])]
    texts += ["shortDescription", "fullDescription", "help"].map { text(rule[$0]) }
    texts.append((rule["help"] as? Object)?["markdown"] as? String)
    for text in texts {
      let bare = try #require(text).replacing("{{", with: "").replacing("}}", with: "")
      #expect(!bare.contains(where: "{}".contains), "\(bare)")
      let outside = bare.replacing(/`[^`]*`/, with: "")
      #expect(!outside.contains("]("), "\(bare)")
    }
  }
}
