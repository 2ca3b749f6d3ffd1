import CredentialAudit
import Foundation
import TestSupport
import Testing

@testable import credaudit

/// What `--new-only` fails on.
@Suite struct NewOnlyTests {
  struct News: Sendable, CustomTestStringConvertible {
    let verdict: Verdict
    let change: Change
    var threshold = FailureThreshold.critical
    var isNew = false
    var isComplete = true
    var isSuppressed = false
    var isOverdue = false
    let status: ExitStatus

    var testDescription: String {
      "\(verdict.rawValue) \(change.rawValue), --fail-on \(threshold.rawValue)"
        + (isNew ? ", new" : "") + (isComplete ? "" : ", incomplete")
        + (isSuppressed ? ", answered for" : "") + (isOverdue ? ", unknown for too long" : "")
    }
  }

  static let news = [
    News(verdict: .critical, change: .firstSeen, status: .findings),
    News(verdict: .critical, change: .worse, status: .findings),
    News(verdict: .critical, change: .rotated, status: .findings),
    News(verdict: .critical, change: .unchanged, isNew: true, status: .findings),
    News(verdict: .critical, change: .unchanged, status: .clean),
    News(verdict: .critical, change: .worse, threshold: .never, status: .clean),
    News(verdict: .critical, change: .worse, isSuppressed: true, status: .clean),
    News(verdict: .critical, change: .unchanged, isComplete: false, status: .unknown),
    News(verdict: .critical, change: .worse, isComplete: false, status: .findings),
    News(verdict: .warning, change: .worse, status: .clean),
    News(verdict: .warning, change: .worse, threshold: .warning, status: .findings),
    News(verdict: .warning, change: .unchanged, threshold: .warning, status: .clean),
    News(verdict: .unknown, change: .unchanged, status: .unknown),
    News(verdict: .unknown, change: .worse, threshold: .never, status: .unknown),
    News(verdict: .unknown, change: .unchanged, isSuppressed: true, status: .clean),
    News(verdict: .critical, change: .worse, isOverdue: true, status: .findings),
    News(verdict: .critical, change: .unchanged, isOverdue: true, status: .unknown),
    News(
      verdict: .critical, change: .worse, threshold: .never, isOverdue: true, status: .unknown),
    News(
      verdict: .critical, change: .unchanged, isSuppressed: true, isOverdue: true, status: .clean),
    News(verdict: .pass, change: .recovered, threshold: .warning, status: .clean),
  ]

  @Test(
    "With --new-only a run fails on what is new or worse; unknown and incomplete are as ever",
    arguments: news)
  func newOnly(_ news: News) throws {
    let run = AuditRun(
      id: "r", startedAt: Contoso.today, toolVersion: "0.1.0", inventoryPath: "inventory.yaml",
      inventorySHA256: "", complete: news.isComplete, offline: false, scope: RunScope())
    let note = SuppressionNote(reason: "known", owner: "jo", until: "2026-12-15")
    let finding = Finding(
      check: .credentialExpiry, verdict: news.verdict, code: "ok", summary: "",
      suppressed: news.isSuppressed ? note : nil,
      past: FindingPast(
        since: Contoso.days(-1), isNew: news.isNew,
        unknownSince: news.isOverdue ? Contoso.days(-5) : nil))
    let credential = CredentialRecord(
      tenant: "contoso", application: "billing", credential: "primary", clientID: "",
      kind: "secret", source: "env SECRET", change: news.change, findings: [finding])
    let stored = MemoryRun(run: run, credentials: [credential])
    #expect(
      try ExitStatus.of(stored, failOn: news.threshold, newOnly: true) == news.status)
    let authority = AuthorityRecord(
      tenant: "contoso", authority: Contoso.authority, kind: nil, cloud: nil, tenantID: nil,
      change: news.change, findings: [finding])
    let other = MemoryRun(run: run, authorities: [authority])
    #expect(try ExitStatus.of(other, failOn: news.threshold, newOnly: true) == news.status)
  }
}
