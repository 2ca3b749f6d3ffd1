import AuditStore
import CredentialAudit
import Foundation
import Testing

/// What the inventory no longer has.
@Suite struct GoneTests {
  private static let tenant = SubjectName.authority(tenant: "contoso")

  static func credential(
    _ name: String, _ verdict: Verdict = .pass, tenant: String = "contoso",
    application: String = "billing", client: String = "client-1", kind: String = "secret",
    source: String? = nil, thumbprint: String? = nil, owner: String? = "team", tags: [String] = []
  ) -> CredentialRecord {
    CredentialRecord(
      tenant: tenant, application: application, credential: name, clientID: client, kind: kind,
      source: source ?? "env \(name)", owner: owner, tags: tags, roles: ["User.Read.All"],
      expiresAt: day(100), expiresFrom: "inventory", daysLeft: 100,
      thumbprintSHA256: thumbprint,
      findings: [
        Finding(
          check: .credentialAcquisition, verdict: verdict,
          code: verdict == .pass ? "ok" : "bad-\(verdict.rawValue)", summary: "looked")
      ])
  }

  static func authority(
    _ tenant: String = "contoso", url: String = "https://a", tenantID: String? = nil,
    owner: String? = "team", tags: [String] = []
  ) -> AuthorityRecord {
    AuthorityRecord(
      tenant: tenant, authority: url, kind: "entra", cloud: "public", tenantID: tenantID,
      tags: tags, owner: owner,
      findings: [Finding(check: .authorityURL, verdict: .warning, code: "legacy", summary: "s")])
  }

  @Test("What is gone is said once, with what it last was and when")
  func once() throws {
    let scratch = try Scratch()
    let kept = Self.credential("kept")
    let leaver = Self.credential("leaver", .critical)
    try scratch.record(
      "1", has: [Self.tenant, kept.name, leaver.name], authorities: [Self.authority()],
      credentials: [kept, leaver])
    let second = try scratch.record("2", at: day(1), has: [kept.name], credentials: [kept])
    let third = try scratch.record("3", at: day(2), has: [kept.name], credentials: [kept])

    let gone = try #require(try second.credentials().first { $0.change == .gone })
    #expect(gone.credential == "leaver" && gone.verdict == .skipped && gone.course == nil)
    #expect(gone.clientID == "client-1" && gone.owner == "team" && gone.expiresAt == day(100))
    let finding = try #require(gone.findings.first)
    #expect(gone.findings.count == 1 && finding.check == .credentialSource)
    #expect(finding.code == "gone" && finding.cause != nil && finding.fix != nil)
    #expect(finding.summary.contains("critical (bad-critical)"))
    #expect(finding.summary.contains("2026-11-18"))
    #expect(finding.evidence["last_verdict"] == "critical")
    #expect(finding.evidence["last_looked_at"] == "2026-11-18T11:06:40Z")
    #expect(finding.evidence["looks_renamed_to"] == nil && finding.past == nil)

    let tenant = try #require(try second.authorities().first)
    #expect(tenant.change == .gone && tenant.findings.map(\.check) == [.authorityURL])
    #expect(tenant.authority == "https://a")
    let counts = try second.summary()
    #expect(counts.authorities.skipped == 1 && counts.authorities.total == 1)
    #expect(counts.credentials.skipped == 1 && counts.credentials.pass == 1)
    #expect(try third.credentials().map(\.credential) == ["kept"])
    #expect(try third.authorities().isEmpty)
    let changes = try scratch.lines(
      """
      SELECT run, change, old_verdict, old_code, verdict, code FROM verdict_change WHERE run = '2'
      ORDER BY subject_id DESC
      """)
    #expect(
      changes == [
        "2|gone|critical|bad-critical|skipped|gone",
        "2|gone|warning|legacy|skipped|gone",
      ])
  }

  @Test("What is gone is neither broken nor expiring any more")
  func views() throws {
    let scratch = try Scratch()
    let (kept, leaver) = (Self.credential("kept"), Self.credential("leaver", .critical))
    try scratch.record("1", has: [kept.name, leaver.name], credentials: [kept, leaver])
    #expect(try scratch.lines("SELECT credential FROM expiring ORDER BY 1") == ["kept", "leaver"])
    try scratch.record("2", at: day(1), has: [kept.name], credentials: [kept])
    for view in ["latest_verdict", "expiring"] {
      #expect(try scratch.lines("SELECT credential FROM \(view)") == ["kept"], "\(view)")
    }
  }

  @Test("What comes back is seen for the first time, all of it new, and may go again")
  func back() throws {
    let scratch = try Scratch()
    let (kept, comer) = (Self.credential("kept"), Self.credential("comer", .warning))
    let both = [kept.name, comer.name]
    try scratch.record("1", has: both, credentials: [kept, comer])
    try scratch.record("2", at: day(1), has: [kept.name], credentials: [kept])
    let third = try scratch.record("3", at: day(2), has: both, credentials: [kept, comer])
    let found = try #require(try third.credentials().first { $0.credential == "comer" })
    #expect(found.change == .firstSeen)
    #expect(found.course == SubjectCourse(since: day(2), failingSince: day(2)))
    #expect(found.findings.map(\.past) == [FindingPast(since: day(2), isNew: true)])
    #expect(try scratch.lines("SELECT credential FROM latest_verdict ORDER BY 1").count == 2)
    let fourth = try scratch.record("4", at: day(3), has: [kept.name], credentials: [kept])
    #expect(try fourth.credentials().map(\.change) == [.unchanged, .gone])
  }

  /// The half of all tenants that has contoso, or the other.
  private static func shard(holds: Bool) -> String? {
    (1...2).compactMap { Shard(index: $0, count: 2) }
      .first { $0.holds(tenant: "contoso") == holds }?.text
  }

  struct Scope: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var scope = RunScope()
    var offline = false
    var inventory = "config/inventory.yaml"
    /// Of `contoso`, `contoso/billing/a` and `contoso/mail/b`.
    let gone: [String]
  }

  static let scopes = [
    Scope(testDescription: "the whole", gone: ["contoso", "a", "b"]),
    Scope(testDescription: "offline", offline: true, gone: []),
    Scope(testDescription: "another inventory", inventory: "other.yaml", gone: []),
    Scope(
      testDescription: "its tenant", scope: RunScope(tenants: ["con*"]),
      gone: ["contoso", "a", "b"]),
    Scope(testDescription: "another tenant", scope: RunScope(tenants: ["fabrikam"]), gone: []),
    Scope(
      testDescription: "one application", scope: RunScope(applications: ["mail"]),
      gone: ["contoso", "b"]),
    Scope(testDescription: "another application", scope: RunScope(applications: ["x"]), gone: []),
    Scope(
      testDescription: "one credential's owner", scope: RunScope(owners: ["jo"]),
      gone: ["contoso", "a"]),
    Scope(
      testDescription: "the tenant's owner", scope: RunScope(owners: ["team"]), gone: ["contoso"]),
    Scope(testDescription: "a tag", scope: RunScope(tags: ["prod"]), gone: ["contoso", "b"]),
    Scope(
      testDescription: "its tenant's shard", scope: RunScope(shard: shard(holds: true)),
      gone: ["contoso", "a", "b"]),
    Scope(
      testDescription: "another shard", scope: RunScope(shard: shard(holds: false)), gone: []),
    Scope(
      testDescription: "two filters that never fit at once",
      scope: RunScope(owners: ["jo"], tags: ["prod"]), gone: []),
  ]

  @Test("Only what the run would have looked at is gone", arguments: scopes)
  func scope(scope: Scope) throws {
    let scratch = try Scratch()
    let authority = Self.authority()
    let first = Self.credential("a", owner: "jo")
    let second = Self.credential("b", application: "mail", owner: "mail", tags: ["prod"])
    try scratch.record(
      "1", has: [authority.name, first.name, second.name], authorities: [authority],
      credentials: [first, second])
    let run = try scratch.record(
      "2", at: day(1), offline: scope.offline, scope: scope.scope, inventory: scope.inventory,
      has: [])
    let gone =
      try run.authorities().filter { $0.change == .gone }.map(\.tenant)
      + run.credentials().filter { $0.change == .gone }.map(\.credential)
    #expect(gone == scope.gone)
  }

  @Test("What only offline runs or nobody looked at is not gone")
  func neverLookedAt() throws {
    let scratch = try Scratch()
    let (offline, skipped) = (Self.credential("offline"), Self.credential("skipped", .skipped))
    try scratch.record("1", offline: true, has: [], credentials: [offline])
    try scratch.record("2", has: [skipped.name], credentials: [skipped])
    let run = try scratch.record("3", at: day(1), has: [])
    #expect(try run.credentials().isEmpty)
  }

  @Test("What was gone stays so while only an offline run sees it again")
  func offlineSight() throws {
    let scratch = try Scratch()
    let comer = Self.credential("comer", .critical)
    try scratch.record("1", has: [comer.name], credentials: [comer])
    try scratch.record("2", at: day(1), has: [])
    try scratch.record("3", at: day(2), offline: true, has: [comer.name], credentials: [comer])
    let fourth = try scratch.record("4", at: day(3), has: [])
    #expect(try fourth.credentials().isEmpty)
    let fifth = try scratch.record("5", at: day(4), has: [comer.name], credentials: [comer])
    #expect(try fifth.credentials().map(\.change) == [.firstSeen])
  }
}
