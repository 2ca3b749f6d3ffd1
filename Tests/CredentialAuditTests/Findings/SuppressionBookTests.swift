import Foundation
import Testing

@testable import CredentialAudit

@Suite("Who answers for what")
struct SuppressionBookTests {
  /// 2026-12-15, in the morning.
  private static let start = Date(timeIntervalSince1970: 1_797_325_200)

  private static func entry(
    _ check: String, tenant: String = "contoso", application: String? = nil,
    credential: String? = nil, reason: String = "because", until: String = "2026-12-31"
  ) -> InventorySuppression {
    InventorySuppression(
      tenant: tenant, check: check, application: application, credential: credential,
      reason: reason, owner: "jo@contoso.example", until: until,
      location: SourceLocation(file: "inventory.yaml", line: 7, column: 5))
  }

  private static func finding(_ check: CheckID, _ verdict: Verdict = .critical) -> Finding {
    Finding(check: check, verdict: verdict, code: "some-code", summary: "")
  }

  private static let authority = SubjectName.authority(tenant: "contoso")
  private static let credential = SubjectName.credential(
    tenant: "contoso", application: "billing-sync", credential: "primary")

  struct Fit: Sendable, CustomTestStringConvertible {
    let entry: InventorySuppression
    let subject: SubjectName
    let check: CheckID
    let isFitting: Bool

    init(
      _ entry: InventorySuppression, _ subject: SubjectName, _ check: CheckID,
      _ isFitting: Bool
    ) {
      (self.entry, self.subject, self.check) = (entry, subject, check)
      self.isFitting = isFitting
    }

    var testDescription: String {
      "\(entry.tenant) \(entry.application ?? "–") \(entry.credential ?? "–") \(entry.check), "
        + "\(check.rawValue) of \(subject.text)"
    }
  }

  static let fits = [
    Fit(entry("credential.expiry"), credential, .credentialExpiry, true),
    Fit(entry("credential.expiry"), credential, .credentialAcquisition, false),
    Fit(entry("credential.expiry"), credential, .credentialSource, false),
    Fit(entry("credential.expiry"), credential, .credentialToken, false),
    Fit(entry("credential.*"), credential, .credentialToken, true),
    Fit(entry("credential.*"), authority, .authorityKeys, false),
    Fit(entry("authority.keys"), authority, .authorityKeys, true),
    Fit(entry("authority.keys"), authority, .authorityURL, false),
    Fit(entry("*"), authority, .authorityURL, true),
    Fit(entry("*"), credential, .credentialSource, true),
    Fit(entry("*", tenant: "cont?so"), authority, .authorityURL, true),
    Fit(entry("*", tenant: "fabrikam"), authority, .authorityURL, false),
    Fit(entry("*", tenant: "Contoso"), authority, .authorityURL, false),
    Fit(entry("*", tenant: "cont"), authority, .authorityURL, false),
    Fit(entry("*", application: "*"), authority, .authorityURL, false),
    Fit(entry("*", credential: "*"), authority, .authorityURL, false),
    Fit(entry("*", application: "billing*"), credential, .credentialExpiry, true),
    Fit(entry("*", application: "mailer"), credential, .credentialExpiry, false),
    Fit(entry("*", credential: "primary"), credential, .credentialExpiry, true),
    Fit(entry("*", credential: "secondary"), credential, .credentialExpiry, false),
    Fit(
      entry("*", application: "billing-sync", credential: "[!p]*"), credential, .credentialExpiry,
      false),
    Fit(
      entry("*", application: "mailer", credential: "primary"), credential, .credentialExpiry,
      false),
  ]

  @Test("a suppression fits what it names and nothing beside it", arguments: fits)
  func fit(_ fit: Fit) {
    let book = SuppressionBook([fit.entry], at: Self.start)
    let found = book.applied(to: [Self.finding(fit.check)], of: fit.subject)
    #expect((found[0].suppressed != nil) == fit.isFitting)
  }

  @Test(
    "an issuer or an endpoint that is another's is never silenced, whatever the pattern",
    arguments: ["*", "authority.*", "authority.issuer", "authority.endpoints", "*.[ei]*", "?*"],
    [CheckID.authorityIssuer, .authorityEndpoints])
  func neverSilenced(_ pattern: String, _ check: CheckID) {
    let book = SuppressionBook([Self.entry(pattern)], at: Self.start)
    let findings = Verdict.allCases.map { Self.finding(check, $0) }
    #expect(book.applied(to: findings, of: Self.authority) == findings)
  }

  @Test("only what is not in order is answered for", arguments: Verdict.allCases)
  func verdicts(_ verdict: Verdict) {
    let book = SuppressionBook([Self.entry("*")], at: Self.start)
    let found = book.applied(
      to: [Self.finding(.credentialSource, verdict)], of: Self.credential)
    let isAnswered = [.critical, .unknown, .warning].contains(verdict)
    #expect((found[0].suppressed != nil) == isAnswered)
    #expect(found[0].verdict == verdict)
  }

  @Test(
    "the day that it names is the last on which it holds, in UTC",
    arguments: [
      ("2026-12-16", 0.0, true), ("2026-12-15", 0, true), ("2026-12-14", 0, false),
      // 23:59:59 of the day, and the second after it.
      ("2026-12-15", 53_999, true), ("2026-12-15", 54_000, false),
      ("someday", 0, false),
    ])
  func until(_ day: String, _ later: Double, _ isInEffect: Bool) {
    let book = SuppressionBook(
      [Self.entry("*", until: day)], at: Self.start.addingTimeInterval(later))
    let found = book.applied(to: [Self.finding(.credentialExpiry)], of: Self.credential)
    #expect((found[0].suppressed?.until == day) == isInEffect)
  }

  @Test("of several that fit, the first that is in effect answers")
  func first() {
    let book = SuppressionBook(
      [
        Self.entry("*", reason: "out of date", until: "2026-12-01"),
        Self.entry("credential.*", tenant: "*", reason: "first"),
        Self.entry("credential.*", reason: "second"),
      ], at: Self.start)
    let found = book.applied(to: [Self.finding(.credentialExpiry)], of: Self.credential)
    #expect(
      found[0].suppressed
        == SuppressionNote(reason: "first", owner: "jo@contoso.example", until: "2026-12-31"))
  }

  @Test("what is answered for changes nothing else of a finding")
  func nothingElse() {
    let book = SuppressionBook([Self.entry("credential.expiry")], at: Self.start)
    let findings = CheckID.allCases.map { Self.finding($0) }
    var expected = findings
    for place in expected.indices where expected[place].check == .credentialExpiry {
      expected[place].suppressed = SuppressionNote(
        reason: "because", owner: "jo@contoso.example", until: "2026-12-31")
    }
    #expect(book.applied(to: findings, of: Self.credential) == expected)
    #expect(SuppressionBook.empty.applied(to: findings, of: Self.credential) == findings)
  }
}
