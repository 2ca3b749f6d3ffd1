import AuditStore
import CredentialAudit
import Foundation
import Testing

@Suite struct LifeTests {
  private static let primary = SubjectName.credential(
    tenant: "contoso", application: "billing", credential: "primary")

  private func filled() throws -> Scratch {
    let scratch = try Scratch()
    let looks: [(Verdict, String?, String)] = [
      (.pass, nil, "A"), (.critical, "AADSTS7000222", "A"), (.pass, nil, "B"),
      (.warning, "expires-soon", "B"), (.warning, "expires-soon", "B"),
    ]
    for (night, look) in looks.enumerated() {
      try scratch.record(
        "run-\(night)", at: day(night),
        authorities: [
          AuthorityRecord(
            tenant: "contoso", authority: "https://login.example/contoso", kind: "oidc",
            cloud: nil, tenantID: nil, owner: "team",
            findings: [Finding(check: .authorityURL, verdict: .pass, code: "ok", summary: "")])
        ],
        credentials: [
          sampleCredential(
            "primary", look.0, code: look.1, ends: day(400), from: "certificate",
            thumbprint: look.2), sampleCredential("other"),
        ])
    }
    return scratch
  }

  @Test("a credential's life has its state and every step that was stored")
  func credential() throws {
    let scratch = try filled()
    let life = try #require(try scratch.open().life(of: Self.primary))
    #expect(life.firstSeenAt == day(0))
    #expect(life.events.map(\.step.change) == [.firstSeen, .worse, .rotated, .worse])
    #expect(life.events.map(\.step.run) == ["run-0", "run-1", "run-2", "run-3"])
    #expect(life.events[2].rotation?.thumbprintSHA256?.old == "A")
    #expect(life.events[2].step.old == LifeChange.Answer(.critical, "AADSTS7000222"))
    let state = try #require(life.state)
    #expect(state.answer == LifeChange.Answer(.warning, "expires-soon"))
    #expect(state.course.since == day(3) && state.lookedAt == day(4))
    #expect(state.course.lastPassedAt == day(2))
    #expect(state.summary == "looked" && state.kind == "secret" && state.goneAt == nil)
    #expect(state.traits?.thumbprintSHA256 == "B" && state.expiresFrom == "certificate")
    #expect(!state.isOffline && state.authority == nil)
  }

  @Test("an authority's life has its URL and no traits")
  func authority() throws {
    let scratch = try filled()
    let life = try #require(
      try scratch.open().life(of: .authority(tenant: "contoso")))
    #expect(life.state?.authority == "https://login.example/contoso")
    #expect(life.state?.owner == "team" && life.state?.traits == nil)
    #expect(life.events.count == 1 && life.events[0].step.traits == nil)
  }

  @Test("who was never looked at has a life without a state; who was never met has none")
  func unknown() throws {
    let scratch = try Scratch()
    try scratch.record("1", credentials: [sampleCredential("primary", .skipped)])
    let store = try scratch.open()
    let life = try #require(try store.life(of: Self.primary))
    #expect(life.state == nil && life.events.isEmpty && life.firstSeenAt == day(0))
    #expect(try store.life(of: .authority(tenant: "contoso")) == nil)
    #expect(try store.subjects() == [Self.primary])
  }

  @Test("what only offline runs saw says so")
  func offline() throws {
    let scratch = try Scratch()
    try scratch.record("1", offline: true, credentials: [sampleCredential()])
    let life = try #require(try scratch.open().life(of: Self.primary))
    #expect(life.state?.isOffline == true && life.events.isEmpty)
  }

  @Test("ends are those that were last seen, without what is gone")
  func ends() throws {
    let scratch = try Scratch()
    try scratch.record(
      "1",
      credentials: [
        sampleCredential("moved", ends: day(5), from: "inventory"), sampleCredential("endless"),
        sampleCredential("gone", ends: day(5), from: "inventory"),
      ])
    try scratch.record(
      "2", at: day(1),
      credentials: [sampleCredential("moved", .warning, ends: day(50), from: "inventory")])
    try scratch.meddle(
      """
      UPDATE standing SET gone_at = 1
      WHERE subject_id = (SELECT id FROM subject WHERE credential = 'gone')
      """)
    let ends = try scratch.open().ends().sorted { $0.subject < $1.subject }
    #expect(ends.map { $0.subject.credential } == ["endless", "moved"])
    #expect(ends.map(\.expiresAt) == [nil, day(50)])
    #expect(ends.map(\.answer.verdict) == [.pass, .warning])
    #expect(ends.map(\.lookedAt) == [day(0), day(1)])
  }

  /// Of a certificate, the reference and the kind of what was seen in the second run, and whether the
  /// end that the first one told still holds.
  static let unreadable: [(String, String, String?, Bool)] = [
    ("file a.pem", "certificate", nil, true), ("file b.pem", "certificate", nil, false),
    ("file a.pem", "secret", nil, false), ("file a.pem", "certificate", "inventory", false),
  ]

  @Test("a certificate that cannot be read ends when it last said", arguments: unreadable)
  func notReadable(_ source: String, _ kind: String, _ from: String?, _ holds: Bool) throws {
    func look(_ kind: String, _ source: String, ends: Date?, _ from: String?) -> CredentialRecord {
      CredentialRecord(
        tenant: "contoso", application: "billing", credential: "primary", clientID: "id",
        kind: kind, source: source, expiresAt: ends, expiresFrom: from,
        findings: [
          Finding(check: .credentialSource, verdict: .unknown, code: "no-such-file", summary: "")
        ])
    }
    let scratch = try Scratch()
    try scratch.record(
      "1", credentials: [look("certificate", "file a.pem", ends: day(5), "certificate")])
    try scratch.record(
      "2", at: day(1),
      credentials: [look(kind, source, ends: from.map { _ in day(90) }, from)])
    let end = try #require(try scratch.open().ends().first)
    #expect(end.expiresAt == (holds ? day(5) : from.map { _ in day(90) }))
    #expect(end.expiresFrom == (holds ? "certificate" : from))
  }
}
