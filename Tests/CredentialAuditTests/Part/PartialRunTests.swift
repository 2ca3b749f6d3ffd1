import CredentialAudit
import Foundation
import TestSupport
import Testing

@Suite struct PartialRunTests {
  private static let start = Date(timeIntervalSince1970: 1_795_000_000)

  private static func facts(_ id: String = "run", _ scope: RunScope = RunScope()) -> AuditRun {
    AuditRun(
      id: id, startedAt: start, finishedAt: start + 60, toolVersion: "1",
      inventoryPath: "i.yaml", inventorySHA256: "00", complete: true, offline: false, scope: scope,
      auditor: ["clock": "right", "asked": "idp.fabrikam.example"])
  }

  private static func finding(
    _ verdict: Verdict = .pass, evidence: Evidence = [:], suppressed: SuppressionNote? = nil
  ) -> Finding {
    Finding(
      check: .credentialSource, verdict: verdict, code: "shared-secret",
      summary: "fabrikam/mailer presents it", cause: "as fabrikam/mailer does",
      fix: "ask mail@fabrikam.example", evidence: evidence, suppressed: suppressed,
      past: FindingPast(since: start, isNew: true))
  }

  private static func credential(
    _ tenant: String, _ application: String, owner: String?, tags: [String] = [],
    _ findings: Finding...
  ) -> CredentialRecord {
    CredentialRecord(
      tenant: tenant, application: application, credential: "primary", clientID: "client-\(tenant)",
      kind: "secret", source: "env S", owner: owner, tags: tags, roles: ["r"],
      findings: findings.isEmpty ? [finding()] : findings)
  }

  private static func authority(_ tenant: String, owner: String?) -> AuthorityRecord {
    AuthorityRecord(
      tenant: tenant, authority: "https://idp.\(tenant).example/realm", kind: "oidc", cloud: nil,
      tenantID: nil, owner: owner,
      findings: [
        Finding(
          check: .authorityIssuer, verdict: .critical, code: "issuer-mismatch", summary: "",
          evidence: ["issuer": "https://idp.fabrikam.example/realm"])
      ])
  }

  private static let whole: MemoryRun = {
    var run = MemoryRun(
      run: facts("run", RunScope(tenants: ["contoso", "fabrikam"])),
      notices: [
        RunNotice(code: "a", message: "for contoso", tenant: "contoso"),
        RunNotice(code: "b", message: "for fabrikam", tenant: "fabrikam"),
        RunNotice(code: "c", message: "for all, 'fabrikam' too"),
      ],
      authorities: [authority("contoso", owner: "identity"), authority("fabrikam", owner: "mia")],
      credentials: [
        credential(
          "contoso", "billing", owner: "jo", tags: ["prod"],
          finding(
            .warning,
            evidence: [
              "also_used_by": "contoso/crm, fabrikam/mailer, fabrikam/x", "other_applications": "3",
              "looks_renamed_to": "fabrikam/mailer/primary",
            ],
            suppressed: SuppressionNote(
              reason: "as fabrikam has it", owner: "mia", until: "2026-12-31")),
          finding(.critical)),
        credential("contoso", "crm", owner: "ada"),
        credential("fabrikam", "mailer", owner: "mail@fabrikam.example", tags: ["prod"]),
      ])
    run.before = facts("before", RunScope(tenants: ["fabrikam"]))
    run.completeEnd = start
    run.totals = [RunTotals(id: "run", startedAt: start, summary: RunSummary())]
    return run
  }()

  private static func part(
    tenants: [String] = [], owners: [String] = [], tags: [String] = []
  ) throws -> PartialRun {
    try PartialRun(of: whole, scope: RunScope(tenants: tenants, owners: owners, tags: tags))
  }

  private static func subjects(_ run: PartialRun) throws -> [String] {
    var names: [String] = []
    try run.forEachAuthority { names.append($0.tenant) }
    try run.forEachCredential { names.append($0.subject) }
    return names
  }

  static let parts: [(RunScope, [String])] = [
    (RunScope(tenants: ["con*"]), ["contoso", "contoso/billing/primary", "contoso/crm/primary"]),
    (RunScope(owners: ["ada"]), ["contoso", "contoso/crm/primary"]),
    (RunScope(owners: ["mia"]), ["fabrikam"]),
    (
      RunScope(tags: ["prod"]),
      ["contoso", "fabrikam", "contoso/billing/primary", "fabrikam/mailer/primary"]
    ),
    (RunScope(tenants: ["contoso"], tags: ["prod"]), ["contoso", "contoso/billing/primary"]),
    (RunScope(tenants: ["contoso"], owners: ["mia"]), []),
  ]

  @Test("a part has what was asked for, and the authorities it depends on", arguments: parts)
  func selection(_ scope: RunScope, _ subjects: [String]) throws {
    let part = try PartialRun(of: Self.whole, scope: scope)
    #expect(try Self.subjects(part) == subjects)
    let summary = try part.summary()
    #expect(summary.authorities.total + summary.credentials.total == subjects.count)
    #expect(part.isEmpty == subjects.isEmpty)
  }

  @Test("its totals are its own, as its records count")
  func summary() throws {
    let part = try Self.part(tenants: ["contoso"])
    var expected = RunSummary()
    try part.forEachAuthority { expected.authorities.count($0.verdict, findings: $0.findings) }
    try part.forEachCredential { expected.credentials.count($0.verdict, findings: $0.findings) }
    #expect(try part.summary() == expected)
    #expect(expected.credentials.critical == 1 && expected.credentials.pass == 1)
  }

  @Test("its scope is the asked one, and it says that it is a part, and of what")
  func facts() throws {
    let part = try Self.part(tenants: ["contoso"])
    for run in [part.run, try #require(try part.previousRun())] {
      #expect(run.scope == RunScope(tenants: ["contoso"]))
      #expect(run.part == RunPart(isOfFilteredRun: true))
      #expect(run.auditor["asked"] == "(not shown)" && run.auditor["clock"] == "right")
    }
    #expect(part.run.id == "run")
    #expect(try part.lastCompleteEnd() == Self.start)
    #expect(try part.trend(limit: 9).isEmpty)
    let unfiltered = MemoryRun(run: Self.facts(), authorities: Self.whole.authorities)
    let whole = try PartialRun(of: unfiltered, scope: RunScope(tenants: ["contoso"]))
    #expect(whole.run.part == RunPart(isOfFilteredRun: false))
  }

  @Test("notices of others are not shown, and those of all name nobody else")
  func notices() throws {
    let notices = try Self.part(tenants: ["contoso"]).notices()
    #expect(notices.map(\.message) == ["for contoso", "for all, '(not shown)' too"])
  }

  @Test("findings keep all but the names of others")
  func findings() throws {
    var findings: [Finding] = []
    try Self.part(owners: ["jo"]).forEachCredential { record in
      findings += record.findings
      #expect(record.roles == ["r"])
    }
    let shared = try #require(findings.first { $0.verdict == .warning })
    #expect(shared.summary == "(not shown) presents it" && shared.cause == "as (not shown) does")
    #expect(shared.fix == "ask (not shown)")
    // A team does not read of another team's application of the same tenant either.
    #expect(shared.evidence["also_used_by"] == "3 (not shown)")
    #expect(shared.evidence["other_applications"] == "3")
    #expect(shared.evidence["looks_renamed_to"] == "(not shown)")
    #expect(
      shared.suppressed?.owner == "mia" && shared.suppressed?.reason == "as (not shown) has it")
    #expect(shared.past == FindingPast(since: Self.start, isNew: true))
    #expect(findings.map(\.verdict) == [.critical, .warning])
    var users: [String?] = []
    try Self.part(tenants: ["contoso"]).forEachCredential {
      users += $0.findings.map { $0.evidence["also_used_by"] }
    }
    #expect(users.contains("contoso/crm, 2 (not shown)"))
  }

  @Test(
    "a team reads of an authority that it depends on, and not whose it is where that is another",
    arguments: [(["jo"], nil), (["i*", "jo"], "identity")])
  func authorityOwner(_ owners: [String], _ owner: String?) throws {
    var records: [AuthorityRecord] = []
    try Self.part(owners: owners).forEachAuthority { records.append($0) }
    #expect(records.map(\.owner) == [owner])
    #expect(records[0].findings[0].evidence["issuer"] == "https://(not shown)/realm")
  }

  @Test("a run that cannot be read to its end is an error, and no smaller part")
  func broken() {
    var run = Self.whole
    run.breaksAfter = 1
    #expect(throws: MemoryRun.Broken.self) {
      try PartialRun(of: run, scope: RunScope(tenants: ["contoso"]))
    }
  }
}
