import CredentialAudit
import Foundation
import Testing

@Suite struct FindingComparisonTests {
  private static let graph = "https://graph.microsoft.com/.default"

  private static func night(_ number: Double) -> Date {
    Date(timeIntervalSince1970: 1_795_000_000 + number * 86_400)
  }

  private static func finding(
    _ verdict: Verdict, _ code: String, _ check: CheckID = .credentialAcquisition,
    scope: String? = graph, kid: String? = nil, suppressed: Bool = false
  ) -> Finding {
    Finding(
      check: check, verdict: verdict, code: code, class: "some_class", summary: "seen",
      cause: "why", fix: "Run again.",
      evidence: ["scope": scope, "kid": kid, "request_id": UUID().uuidString],
      retryable: verdict == .unknown,
      suppressed: suppressed
        ? SuppressionNote(reason: "r", owner: "o", until: "2027-01-01") : nil)
  }

  /// One night after the other, each laid beside the one before.
  private static func live(
    _ nights: [(at: Double, findings: [Finding])], unknownFor: Int = 3
  ) -> [[Finding]] {
    var earlier: [EarlierFinding] = []
    return nights.map { night in
      let judged = FindingComparison(with: earlier, at: Self.night(night.at))
        .judged(night.findings.worstFirst(), unknownFor: Days(unknownFor))
      earlier = judged.compactMap { finding in
        finding.past.map {
          EarlierFinding(
            finding, since: $0.since, unknownSince: $0.unknownSince,
            isAnswered: finding.suppressed != nil)
        }
      }
      return judged
    }
  }

  @Test("A finding is new where the last look had not this answer to this question")
  func newness() {
    let nights = Self.live([
      (0, [Self.finding(.critical, "AADSTS7000222")]),
      (1, [Self.finding(.critical, "AADSTS7000222")]),
      (2, [Self.finding(.critical, "AADSTS7000215")]),
      (3, [Self.finding(.warning, "AADSTS7000215")]),
      (4, [Self.finding(.critical, "AADSTS7000215")]),
      (5, [Self.finding(.critical, "AADSTS7000215"), Self.finding(.pass, "ok", scope: "other")]),
    ])
    #expect(nights.map { $0[0].past?.isNew } == [true, false, true, true, true, false])
    #expect(nights.map { $0[0].past?.since } == [0, 0, 2, 3, 4, 4].map(Self.night))
    #expect(nights[5][1].past == FindingPast(since: Self.night(5), isNew: true))
  }

  @Test("What nobody answers for any more is new, and has been there all the while")
  func opened() {
    let known = Self.finding(.critical, "AADSTS7000222")
    let answered = Self.finding(.critical, "AADSTS7000222", suppressed: true)
    let nights = Self.live([
      (0, [known]), (1, [answered]), (2, [answered]), (3, [known]), (4, [known]),
    ])
    #expect(nights.map { $0[0].past?.isNew } == [true, false, false, true, false])
    #expect(nights.map { $0[0].past?.since } == [0, 0, 0, 0, 0].map(Self.night))
  }

  @Test("Of equal answers each has its own past")
  func twice() {
    let remark = Self.finding(.warning, "file-readable-by-others", .credentialSource, scope: nil)
    let nights = Self.live([(0, [remark]), (1, [remark, remark]), (2, [remark, remark, remark])])
    #expect(
      nights.map { $0.map { $0.past?.since } }
        == [[0], [0, 1], [0, 1, 2]].map { $0.map(Self.night) })
    #expect(
      nights.map { $0.map { $0.past?.isNew } } == [[true], [false, true], [false, false, true]])
  }

  @Test("What comes beside a finding does not make it new")
  func beside() {
    let long = Self.finding(.warning, "too-long-lived", .credentialExpiry, scope: nil)
    let soon = Self.finding(.critical, "expires-soon", .credentialExpiry, scope: nil)
    let nights = Self.live([(0, [long]), (1, [soon, long])])
    #expect(nights[1].map(\.code) == ["expires-soon", "too-long-lived"])
    #expect(nights[1].map { $0.past?.isNew } == [true, false])
  }

  struct Limit: Sendable, CustomTestStringConvertible {
    let nights: [Double]
    let unknownFor: Int
    let isCritical: Bool
    var testDescription: String { "\(nights) with \(unknownFor)d" }
  }

  static let limits = [
    Limit(nights: [0], unknownFor: 3, isCritical: false),
    Limit(nights: [0], unknownFor: 0, isCritical: false),
    Limit(nights: [0, 0.01], unknownFor: 0, isCritical: true),
    Limit(nights: [0, 1, 2], unknownFor: 3, isCritical: false),
    Limit(nights: [0, 1, 2, 3], unknownFor: 3, isCritical: false),
    Limit(nights: [0, 1, 2, 3.001], unknownFor: 3, isCritical: true),
    Limit(nights: [0, 9], unknownFor: 3, isCritical: true),
    Limit(nights: [0, 9], unknownFor: 30, isCritical: false),
    Limit(nights: [5, 1], unknownFor: 3, isCritical: false),
  ]

  @Test("What is unknown for longer than is borne becomes critical", arguments: limits)
  func limit(limit: Limit) throws {
    let nights = Self.live(
      limit.nights.map { ($0, [Self.finding(.unknown, "timeout")]) }, unknownFor: limit.unknownFor)
    let last = try #require(nights.last?.first)
    #expect(last.verdict == (limit.isCritical ? .critical : .unknown))
    #expect(last.past?.unknownSince == Self.night(min(limit.nights[0], limit.nights.last ?? 0)))
  }

  @Test("What has become critical says so, and is otherwise what it was")
  func overdue() throws {
    let silent = Self.finding(.unknown, "timeout")
    let nights = Self.live((0...5).map { (Double($0), [silent]) })
    let overdue = nights[4][0]
    #expect(nights.map { $0[0].verdict.rawValue.first } == ["u", "u", "u", "u", "c", "c"])
    #expect(overdue.code == "timeout" && overdue.class == "some_class" && overdue.retryable)
    #expect(overdue.cause == "why" && overdue.evidence == silent.evidence)
    #expect(overdue.summary.contains("since 2026-11-18T11:06:40Z"))
    #expect(overdue.summary.hasSuffix(": seen"))
    #expect(overdue.fix?.hasPrefix("Somebody must look") == true)
    #expect(overdue.fix?.hasSuffix("Run again.") == true)
    #expect(nights.map { $0[0].past?.isNew } == [true, false, false, false, true, false])
    #expect(nights[5][0].past?.since == Self.night(4))
    #expect(nights[5][0].past?.unknownSince == Self.night(0))
    #expect(nights[5][0].summary == overdue.summary, "stored once")
  }

  @Test("What somebody answers for stays as it is, and is critical on the night after")
  func answered() {
    let nights = Self.live(
      (0...6).map { (Double($0), [Self.finding(.unknown, "timeout", suppressed: $0 < 6)]) })
    #expect(nights.map { $0[0].verdict.rawValue.first } == ["u", "u", "u", "u", "u", "u", "c"])
    #expect(nights[6][0].past?.unknownSince == Self.night(0))
  }

  @Test("One look in between begins the count anew")
  func lookedAt() {
    let silent = [Self.finding(.unknown, "timeout")]
    let nights = Self.live([
      (0, silent), (1, silent), (2, [Self.finding(.pass, "ok")]), (3, silent), (5.5, silent),
      (6.5, silent),
    ])
    #expect(nights.map { $0[0].verdict.rawValue.first } == ["u", "u", "p", "u", "u", "c"])
    #expect(nights[2][0].past?.unknownSince == nil)
    #expect(nights[5][0].past?.unknownSince == Self.night(3))
  }

  struct Reasons: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let before: [Finding]
    let now: Finding
    /// Whether it goes on, or begins tonight.
    let goesOn: Bool
  }

  static let reasons = [
    Reasons(
      testDescription: "another reason",
      before: [finding(.unknown, "dns-failure")], now: finding(.unknown, "timeout"), goesOn: true),
    Reasons(
      testDescription: "before any resource was named",
      before: [finding(.unknown, "authority-failed", scope: nil)],
      now: finding(.unknown, "timeout"), goesOn: true),
    Reasons(
      testDescription: "no resource named any more",
      before: [finding(.unknown, "timeout")],
      now: finding(.unknown, "authority-failed", scope: nil), goesOn: true),
    Reasons(
      testDescription: "no resource named any more, and one of two was looked at",
      before: [finding(.unknown, "timeout"), finding(.pass, "ok", scope: "other")],
      now: finding(.unknown, "authority-failed", scope: nil), goesOn: false),
    Reasons(
      testDescription: "another resource",
      before: [finding(.unknown, "timeout")], now: finding(.unknown, "timeout", scope: "other"),
      goesOn: false),
    Reasons(
      testDescription: "another key that nobody knows",
      before: [finding(.unknown, "signing-key-unknown", .credentialToken, scope: nil, kid: "a")],
      now: finding(.unknown, "signing-key-unknown", .credentialToken, scope: nil, kid: "b"),
      goesOn: true),
    Reasons(
      testDescription: "something else that is wrong beside it",
      before: [
        finding(.critical, "token-other-audience", .credentialToken),
        finding(.unknown, "signing-key-unknown", .credentialToken, scope: nil, kid: "a"),
      ],
      now: finding(.unknown, "signing-key-unknown", .credentialToken, scope: nil, kid: "a"),
      goesOn: true),
    Reasons(
      testDescription: "another check", before: [finding(.unknown, "x", .credentialSource)],
      now: finding(.unknown, "x"), goesOn: false),
    Reasons(
      testDescription: "skipped, which is no look and no longer unknown",
      before: [finding(.skipped, "depends-on-source")], now: finding(.unknown, "timeout"),
      goesOn: false),
  ]

  @Test("It goes on for as long as nothing that is meant could be looked at", arguments: reasons)
  func goesOn(reasons: Reasons) throws {
    let nights = Self.live([(0, reasons.before), (1, [reasons.now])])
    let now = try #require(nights[1].first)
    #expect(now.past?.unknownSince == Self.night(reasons.goesOn ? 0 : 1))
  }

  @Test("What became critical is listed first")
  func order() {
    let silent = Self.finding(.unknown, "timeout")
    let expired = Self.finding(.critical, "expired", .credentialExpiry, scope: nil)
    let source = Self.finding(.unknown, "variable-not-set", .credentialSource, scope: nil)
    let nights = Self.live([(0, [silent]), (4, [expired, source, silent])])
    #expect(nights[1].map(\.code) == ["expired", "timeout", "variable-not-set"])
  }
}
