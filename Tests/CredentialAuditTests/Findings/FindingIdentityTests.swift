import CredentialAudit
import Testing

@Suite struct FindingIdentityTests {
  private static let subject = SubjectName.credential(
    tenant: "contoso", application: "billing", credential: "primary")

  private static func finding(
    _ check: CheckID = .credentialAcquisition, _ verdict: Verdict = .critical,
    _ code: String = "AADSTS7000222", _ summary: String = "refused",
    evidence: Evidence = ["scope": "a/.default", "host": "login.example"]
  ) -> Finding {
    Finding(
      check: check, verdict: verdict, code: code, class: "c", summary: summary, cause: "x",
      fix: "y", evidence: evidence, retryable: verdict == .unknown)
  }

  struct Pair: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let other: Finding
    let isSame: Bool
  }

  static let pairs: [Pair] = [
    Pair(
      testDescription: "another verdict, code and wording",
      other: finding(.credentialAcquisition, .unknown, "timeout", "no answer"), isSame: true),
    Pair(
      testDescription: "what differs from night to night",
      other: finding(evidence: [
        "correlation_id": "0ddba11e", "host": "login.example", "timestamp": "2026-11-18",
        "days_left": "3", "attempts": "2", "scope": "a/.default", "description": "said so",
      ]), isSame: true),
    Pair(
      testDescription: "another order of the evidence",
      other: finding(evidence: ["host": "login.example", "scope": "a/.default"]), isSame: true),
    Pair(testDescription: "another check", other: finding(.credentialToken), isSame: false),
    Pair(
      testDescription: "another resource",
      other: finding(evidence: ["scope": "b/.default", "host": "login.example"]), isSame: false),
    Pair(
      testDescription: "another host",
      other: finding(evidence: ["scope": "a/.default", "host": "other.example"]), isSame: false),
    Pair(
      testDescription: "no resource", other: finding(evidence: ["host": "login.example"]),
      isSame: false),
    Pair(
      testDescription: "a text that only looks the same when it is put together",
      other: finding(evidence: ["scope": "a/.defaulthostlogin.example"]), isSame: false),
  ]

  @Test("A question stays the same whatever the answer", arguments: pairs)
  func identity(pair: Pair) {
    let one = Self.finding()
    #expect(([one].identities == [pair.other].identities) == pair.isSame)
    #expect(
      (one.fingerprint(of: Self.subject) == pair.other.fingerprint(of: Self.subject))
        == pair.isSame)
  }

  @Test(
    "Every name that is stable tells two questions apart",
    arguments: FindingIdentity.stableNames.sorted())
  func stable(name: String) {
    let values = ["one", "two"].map { value in
      Self.finding(evidence: Evidence([.init(name: name, value: value)]))
    }
    #expect(Set(values.identities).count == 2)
    #expect(values.identities.map(\.number) == [0, 0])
  }

  @Test("Equal questions are numbered by code, and a verdict does not move them")
  func numbered() {
    let soon = Self.finding(.credentialExpiry, .critical, "expires-soon", evidence: [:])
    let long = Self.finding(.credentialExpiry, .warning, "too-long-lived", evidence: [:])
    let later = Self.finding(.credentialExpiry, .warning, "expires-soon", evidence: [:])
    #expect([soon, long].identities.map(\.number) == [0, 1])
    #expect([long, later].identities.map(\.number) == [1, 0])
    #expect([long].identities.map(\.number) == [0])
    let twice = [long, long, soon]
    #expect(twice.identities.map(\.number) == [1, 2, 0])
    #expect(Set(twice.fingerprints(of: Self.subject)).count == 3)
    #expect(
      twice.fingerprints(of: Self.subject)
        == zip(twice, [1, 2, 0]).map { $0.fingerprint(of: Self.subject, number: $1) })
  }

  @Test("Whose it is belongs to the fingerprint, and where a name ends")
  func subjects() {
    let names: [SubjectName] = [
      Self.subject, .authority(tenant: "contoso"), .authority(tenant: "contoso/billing/primary"),
      .credential(tenant: "contoso", application: "billing/primary", credential: ""),
      .credential(tenant: "contosob", application: "illing", credential: "primary"),
      .credential(tenant: "contoso", application: "billing", credential: "signing"),
    ]
    let fingerprints = names.map { Self.finding().fingerprint(of: $0) }
    #expect(Set(fingerprints).count == names.count)
    for fingerprint in fingerprints {
      #expect(fingerprint.count == 64)
      #expect(fingerprint.allSatisfy { "0123456789abcdef".contains($0) })
    }
  }

  @Test("A fingerprint is what it was: tools keep it for years")
  func kept() {
    // printf over the words, each with its length before it, and sha256sum.
    #expect(
      Self.finding().fingerprint(of: Self.subject)
        == "7b0b03e53abc2ba990f845810d5d190b747cd026f22ea05e581264e4e4e9cea3")
  }
}
