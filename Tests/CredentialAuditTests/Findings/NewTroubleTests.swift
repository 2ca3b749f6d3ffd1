import Foundation
import Testing

@testable import CredentialAudit

@Suite("What is new trouble")
struct NewTroubleTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let finding: Verdict
    let subject: Verdict
    let change: Change
    var isNew: Bool?
    var isSuppressed = false
    let expected: Bool

    var testDescription: String {
      "\(finding.rawValue) of \(subject.rawValue), \(change.rawValue), new: "
        + (isNew.map { $0 ? "yes" : "no" } ?? "unsaid") + (isSuppressed ? ", answered for" : "")
    }
  }

  private static func row(
    _ finding: Verdict, of subject: Verdict, _ change: Change, new: Bool? = nil,
    suppressed: Bool = false, _ expected: Bool
  ) -> Row {
    Row(
      finding: finding, subject: subject, change: change, isNew: new, isSuppressed: suppressed,
      expected: expected)
  }

  static let rows = [
    // Seen for the first time, or another credential in the old one's place: all that is wrong.
    row(.critical, of: .critical, .firstSeen, true),
    row(.warning, of: .critical, .firstSeen, true),
    row(.unknown, of: .unknown, .firstSeen, new: true, true),
    row(.critical, of: .critical, .rotated, new: false, true),
    row(.warning, of: .warning, .rotated, true),
    // Worse: what made it so.
    row(.critical, of: .critical, .worse, true),
    row(.critical, of: .critical, .worse, new: false, true),
    row(.warning, of: .critical, .worse, new: false, false),
    row(.warning, of: .critical, .worse, new: true, true),
    // Known, but for what the run before did not have.
    row(.critical, of: .critical, .unchanged, false),
    row(.critical, of: .critical, .unchanged, new: false, false),
    row(.critical, of: .critical, .unchanged, new: true, true),
    row(.warning, of: .warning, .better, new: false, false),
    row(.warning, of: .warning, .better, new: true, true),
    row(.unknown, of: .unknown, .better, new: true, true),
    // What has gone troubles nobody.
    row(.critical, of: .critical, .gone, false),
    row(.critical, of: .critical, .gone, new: true, false),
    // What is answered for, and what is no trouble.
    row(.critical, of: .critical, .firstSeen, new: true, suppressed: true, false),
    row(.critical, of: .critical, .worse, suppressed: true, false),
    row(.pass, of: .pass, .firstSeen, new: true, false),
    row(.pass, of: .pass, .recovered, new: true, false),
    row(.pass, of: .critical, .worse, new: true, false),
    row(.skipped, of: .skipped, .firstSeen, new: true, false),
    row(.skipped, of: .skipped, .rotated, false),
  ]

  @Test("is what nobody answers for and what was not there before", arguments: rows)
  func table(_ row: Row) {
    let note = SuppressionNote(reason: "known", owner: "jo", until: "2026-12-15")
    let finding = Finding(
      check: .credentialSource, verdict: row.finding, code: "some-code", summary: "",
      suppressed: row.isSuppressed ? note : nil,
      past: row.isNew.map {
        FindingPast(since: Date(timeIntervalSince1970: 1_795_000_000), isNew: $0)
      })
    #expect(finding.isNewTrouble(of: row.subject, row.change) == row.expected)
  }

  @Test("of a record is told worst first")
  func records() {
    let findings = [Verdict.warning, .pass, .critical].map {
      Finding(check: .authorityURL, verdict: $0, code: "some-code", summary: "")
    }
    let authority = AuthorityRecord(
      tenant: "t", authority: "a", kind: nil, cloud: nil, tenantID: nil, change: .firstSeen,
      findings: findings)
    #expect(authority.newTrouble.map(\.verdict) == [.critical, .warning])
    let credential = CredentialRecord(
      tenant: "t", application: "a", credential: "c", clientID: "", kind: "secret", source: "",
      change: .worse, findings: findings)
    #expect(credential.newTrouble.map(\.verdict) == [.critical])
  }
}
