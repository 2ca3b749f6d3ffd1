import AuditReports
import CredentialAudit
import Foundation
import TestSupport
import Testing

@Suite("credaudit.prom")
struct MetricsReportTests {
  private static func labels(_ credential: CredentialRecord) -> [String: String] {
    [
      "tenant": credential.tenant, "application": credential.application,
      "credential": credential.credential, "kind": credential.kind,
      "owner": credential.owner ?? "",
    ]
  }

  private static func run(_ credentials: CredentialRecord...) -> MemoryRun {
    MemoryRun(run: SampleRun.facts(), credentials: credentials)
  }

  @Test("Every subject has one severity, and every end its moment")
  func subjects() throws {
    let run = SampleRun.whole
    let text = try MetricsText(run)
    #expect(text.values("credaudit_authority_severity").count == run.authorities.count)
    #expect(text.values("credaudit_credential_severity").count == run.credentials.count)
    let ends = text.values("credaudit_credential_expiry_timestamp_seconds")
    #expect(ends.count == run.credentials.count { $0.expiresAt != nil })
    for credential in SampleRun.credentials + SampleRun.healthy {
      let end = credential.expiresAt.map { Int($0.timeIntervalSince1970) }
      #expect(ends[Self.labels(credential)] == end)
    }
    // 2026-11-22T03:00:00Z and 42 seconds.
    #expect(text.value("last_run_timestamp_seconds") == 1_795_316_442)
    #expect(text.value("last_run_duration_seconds") == 42)
  }

  @Test("No two samples of a metric have the same labels, whatever the names are")
  func distinct() throws {
    let long = String(repeating: "x", count: 3_000)
    // Pairs that a careless hand would make one of: by leaving out, by cutting, by escaping twice.
    let names = [
      "a", "a\u{200B}", "a\u{202E}", "a\\u{200b}", "a\\\\u{200b}", "a\\u{5c}u{200b}", "a\n", "a\\n",
      "a\\u{a}", "a\"", "a\\\"", long + "1", long + "2", long.prefix(500) + "", "\\", "\\\\",
    ]
    let credentials = names.map {
      Make.credential("t", $0, days: 5, findings: [Make.finding(.pass)])
    }
    let text = try MetricsText(MemoryRun(run: SampleRun.facts(), credentials: credentials))
    for metric in [
      "credaudit_credential_severity", "credaudit_credential_expiry_timestamp_seconds",
    ] {
      let samples = text.samples.filter { $0.metric == metric }
      #expect(samples.count == names.count)
      #expect(
        Set(samples.map { $0.labels["application"].map { Array($0.utf8) } }).count == names.count)
    }
    let all = try MetricsText(SampleRun.whole).samples
    #expect(Set(all).count == all.count)
  }

  @Test(
    "The severity's number is the verdict's",
    arguments: [
      (Verdict.critical, 4), (.unknown, 3), (.warning, 2), (.pass, 1), (.skipped, 0),
    ])
  func severity(_ verdict: Verdict, _ number: Int) throws {
    let credential = Make.credential(findings: [Make.finding(verdict)])
    let text = try MetricsText(Self.run(credential))
    #expect(text.values("credaudit_credential_severity") == [Self.labels(credential): number])
    #expect(
      text.values("credaudit_subjects")[["kind": "credential", "verdict": verdict.rawValue]] == 1)
  }

  @Test("What somebody answers for is apart, by its check, and wakes nobody")
  func suppressed() throws {
    let note = SuppressionNote(reason: "CHG-1", owner: "jo", until: "2026-12-15")
    let credential = Make.credential(
      days: 20,
      findings: [
        Make.finding(.warning, .credentialExpiry, suppressed: note),
        Make.finding(.critical, .credentialAcquisition, suppressed: note),
        Make.finding(.unknown, .credentialAcquisition, suppressed: note),
        Make.finding(.warning, .credentialToken), Make.pass(.credentialSource),
      ])
    let text = try MetricsText(Self.run(credential))
    let labels = Self.labels(credential)
    #expect(text.values("credaudit_credential_severity") == [labels: 2])
    #expect(
      text.values("credaudit_credential_suppressed_severity") == [
        labels.merging(["check": "credential.expiry"]) { $1 }: 2,
        labels.merging(["check": "credential.acquisition"]) { $1 }: 4,
      ])
    // All that is wrong is answered for: it counts as suppressed, and what is left of it passes.
    let answered = Make.credential(
      findings: [
        Make.finding(.critical, .credentialAcquisition, suppressed: note),
        Make.pass(.credentialSource),
      ])
    let other = try MetricsText(Self.run(answered))
    #expect(other.values("credaudit_credential_severity") == [Self.labels(answered): 1])
    #expect(
      other.values("credaudit_subjects")[["kind": "credential", "verdict": "suppressed"]] == 1)
  }

  @Test("An authority's suppression is said too")
  func suppressedAuthority() throws {
    let note = SuppressionNote(reason: "CHG-1", owner: "jo", until: "2026-12-15")
    let run = MemoryRun(
      run: SampleRun.facts(),
      authorities: [
        AuthorityRecord(
          tenant: "contoso", authority: "https://login.windows.net/x", kind: nil, cloud: nil,
          tenantID: nil, owner: "jo",
          findings: [
            Make.finding(.warning, .authorityURL, suppressed: note), Make.pass(.authorityKeys),
          ])
      ])
    let text = try MetricsText(run)
    let labels = ["tenant": "contoso", "authority": "https://login.windows.net/x", "owner": "jo"]
    #expect(text.values("credaudit_authority_severity") == [labels: 1])
    #expect(
      text.values("credaudit_authority_suppressed_severity") == [
        labels.merging(["check": "authority.url"]) { $1 }: 2
      ])
  }

  @Test("What has ended keeps its moment, what is gone has no sample")
  func ended() throws {
    let ended = Make.credential("t", "ended", days: -400, findings: [Make.finding(.critical)])
    let gone = Make.credential(
      "t", "gone", days: 5, change: .gone, findings: [Make.finding(.critical)])
    let text = try MetricsText(Self.run(ended, gone))
    #expect(text.values("credaudit_credential_severity") == [Self.labels(ended): 4])
    #expect(
      Set(text.values("credaudit_credential_expiry_timestamp_seconds").keys) == [Self.labels(ended)]
    )
  }

  @Test(
    "How much of the inventory the run saw is said in numbers",
    arguments: [
      (true, false, RunScope(), [1, 0, 0]), (false, false, RunScope(), [0, 0, 0]),
      (true, true, RunScope(), [1, 0, 1]), (true, false, RunScope(tags: ["prod"]), [1, 1, 0]),
      (true, false, RunScope(shard: "1/4"), [1, 1, 0]),
    ])
  func part(_ isComplete: Bool, _ isOffline: Bool, _ scope: RunScope, _ numbers: [Int]) throws {
    let run = MemoryRun(
      run: SampleRun.facts(complete: isComplete, offline: isOffline, scope: scope))
    let text = try MetricsText(run)
    #expect(
      ["complete", "filtered", "offline"].map { text.value("last_run_\($0)") } == numbers)
  }

  @Test("Where nothing ever was complete there is no moment of it, and no number in its place")
  func neverComplete() throws {
    var run = SampleRun.whole
    let name = "last_complete_run_timestamp_seconds"
    #expect(try MetricsText(run).value(name) == nil)
    #expect(try MetricsText(run).metrics.contains("credaudit_" + name))
    run.completeEnd = SampleRun.start - 0.5
    #expect(try MetricsText(run).value(name) == 1_795_316_399)
  }

  @Test("A run without an end has its beginning's moment and no duration")
  func noEnd() throws {
    var run = SampleRun.whole
    run.run.finishedAt = nil
    let text = try MetricsText(run)
    #expect(text.value("last_run_timestamp_seconds") == 1_795_316_400)
    #expect(text.value("last_run_duration_seconds") == nil)
  }

  @Test("A clock that was set back in the middle makes no negative duration")
  func clockSetBack() throws {
    var run = SampleRun.whole
    run.run.finishedAt = SampleRun.start - 3_600
    #expect(try MetricsText(run).value("last_run_duration_seconds") == 0)
  }

  @Test("Every metric is there in every run, so that rules can be held against any file")
  func allMetrics() throws {
    let metrics = try MetricsText(MemoryRun(run: SampleRun.facts())).metrics
    #expect(metrics == (try MetricsText(SampleRun.whole).metrics))
    #expect(metrics.count == 14)
    #expect(metrics.allSatisfy { $0.hasPrefix("credaudit_") })
  }
}
