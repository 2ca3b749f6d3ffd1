import AuditStore
import CredentialAudit
import Foundation
import Testing

@Suite struct RoundTripTests {
  private static let hostile = [
    "plain", "", "O'Brien\"; DROP TABLE run; --", "Zoë 東京 👩‍👩‍👧‍👦 e\u{301} \u{202E}rtl",
    "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "line\nbreak\ttab\\slash/", "null", "[]",
    String(repeating: "ü", count: 32_768),
  ]

  @Test("a run comes back as it was recorded, whatever the text", arguments: hostile.indices)
  func everythingRoundTrips(number: Int) throws {
    let text = Self.hostile[number]
    let scratch = try Scratch()
    let run = AuditRun(
      id: "run-1", startedAt: Date(timeIntervalSince1970: 1_795_000_000.123), toolVersion: text,
      inventoryPath: text, inventorySHA256: "00", offline: true,
      scope: RunScope(tenants: [text, "b*"], owners: [text], shard: "1/3"),
      auditor: Evidence([.init(name: "b", value: text), .init(name: "a", value: "")]))
    let findings = [
      Finding(
        check: .authorityIssuer, verdict: .critical, code: text, class: text, summary: text,
        cause: text, fix: text,
        evidence: Evidence([
          .init(name: "z", value: text), .init(name: "a", value: "1"),
          .init(name: "z", value: "again"),
        ]), retryable: true,
        suppressed: SuppressionNote(reason: text, owner: text, until: "2026-12-15")),
      Finding(check: .authorityURL, verdict: .pass, code: "ok", summary: text, cause: "", fix: nil),
      Finding(check: .authorityURL, verdict: .pass, code: "ok", summary: text, cause: nil, fix: ""),
    ]
    let authorities = [
      AuthorityRecord(
        tenant: text, authority: text, kind: text, cloud: nil, tenantID: "", tags: [text, ""],
        owner: text, findings: findings),
      AuthorityRecord(
        tenant: text + "~", authority: "", kind: nil, cloud: "", tenantID: nil, findings: []),
    ]
    let credentials = [
      CredentialRecord(
        tenant: text, application: text, credential: text, clientID: text, kind: "certificate",
        source: text, owner: "", runbook: nil, tags: ["prod", text], expiresAt: day(3),
        expiresFrom: "certificate", daysLeft: -2, thumbprintSHA1: "AA", thumbprintSHA256: "BB",
        findings: findings),
      CredentialRecord(
        tenant: text, application: "other \(text)", credential: text, clientID: "",
        kind: "federated",
        source: "", owner: nil, runbook: "", findings: []),
    ]
    let lock = try RunLock(database: scratch.path())
    let recorder = try scratch.open().begin(run, holding: lock)
    let notices = [RunNotice(code: text, message: text), RunNotice(code: "a", message: "")]
    try recorder.note(notices)
    try recorder.record(authorities: authorities, credentials: credentials)
    let end = Date(timeIntervalSince1970: 1_795_000_061.5)
    let stored = try recorder.finish(at: end, complete: true)

    var expected = run
    expected.finishedAt = end
    expected.complete = true
    #expect(stored.run == expected)
    #expect(try stored.notices() == notices)
    #expect(try stored.authorities() == authorities)
    #expect(try stored.credentials() == credentials)
    #expect(try scratch.open().runs(limit: 5) == [expected])
  }

  @Test("credentials come worst first, then soonest end, then by name; authorities by tenant")
  func order() throws {
    let scratch = try Scratch()
    let stored = try scratch.record(
      "1",
      authorities: ["b", "B", "a"].map {
        AuthorityRecord(
          tenant: $0, authority: "", kind: nil, cloud: nil, tenantID: nil, findings: [])
      },
      credentials: [
        sampleCredential("pass"), sampleCredential("skipped", .skipped),
        sampleCredential("late", .critical, ends: day(9), from: "inventory"),
        sampleCredential("never", .critical), sampleCredential("unknown", .unknown),
        sampleCredential("soon b", .critical, ends: day(1), from: "inventory"),
        sampleCredential("soon a", .critical, ends: day(1), from: "inventory"),
        sampleCredential("warning", .warning, ends: day(0), from: "inventory"),
      ])
    #expect(
      try stored.credentials().map(\.credential) == [
        "soon a", "soon b", "late", "never", "unknown", "warning", "pass", "skipped",
      ])
    #expect(try stored.authorities().map(\.tenant) == ["B", "a", "b"])
  }

  @Test("the totals are those that counting the records gives")
  func summary() throws {
    let note = SuppressionNote(reason: "known", owner: "jo", until: "2026-12-15")
    let answered = Finding(
      check: .credentialExpiry, verdict: .critical, code: "expired", summary: "", suppressed: note)
    let open = Finding(check: .credentialToken, verdict: .warning, code: "w", summary: "")
    let scratch = try Scratch()
    let stored = try scratch.record(
      "1",
      authorities: [
        AuthorityRecord(
          tenant: "t", authority: "", kind: nil, cloud: nil, tenantID: nil, findings: [answered])
      ],
      credentials: Verdict.allCases.map { sampleCredential($0.rawValue, $0) }
        + [[answered], [answered, open]].enumerated().map {
          CredentialRecord(
            tenant: "t", application: "a", credential: "\($0)", clientID: "", kind: "secret",
            source: "", findings: $1)
        })
    var expected = RunSummary()
    for record in try stored.authorities() {
      expected.authorities.count(record.verdict, findings: record.findings)
    }
    for record in try stored.credentials() {
      expected.credentials.count(record.verdict, findings: record.findings)
    }
    #expect(try stored.summary() == expected)
    #expect(expected.credentials.suppressed == 1 && expected.credentials.critical == 2)
  }

  @Test("a reader sees the run as it was, and may ask for more while it is lent a row")
  func snapshot() throws {
    let scratch = try Scratch()
    let lock = try RunLock(database: scratch.path())
    let store = try scratch.open()
    let recorder = try store.begin(sampleRun("1"), holding: lock)
    try recorder.record(credentials: [sampleCredential("a"), sampleCredential("b")])
    let early = try #require(try store.newestRun())
    var seen = 0
    try early.forEachCredential { _ in
      seen += 1
      try recorder.record(credentials: [sampleCredential("late \(seen)")])
      #expect(try early.summary().credentials.total == 2)
      #expect(try early.credentials().count == 2)
    }
    #expect(seen == 2)
    #expect(try early.run.complete == false && early.notices().isEmpty)
    #expect(try recorder.finish(at: day(1), complete: true).summary().credentials.total == 4)
  }

  @Test("what the auditor looked like is kept as far as it was known, also where a run was killed")
  func auditor() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    do {
      let lock = try RunLock(database: scratch.path())
      let recorder = try store.begin(sampleRun("1"), holding: lock)
      try recorder.update(auditor: ["clock": "not compared"])
      try recorder.update(auditor: ["clock": "0 s off", "tls": "a", "dns": "b"])
    }
    #expect(
      try store.newestRun()?.run.auditor == ["clock": "0 s off", "tls": "a", "dns": "b"])
    let finished = try scratch.record("2")
    #expect(finished.run.auditor == sampleRun("2").auditor)
    #expect(try store.run(id: "1")?.run.auditor["clock"] == "0 s off")
  }

  @Test("what the lent closure throws comes out as it is")
  func foreignErrorsPass() throws {
    struct Mine: Error {}
    let scratch = try Scratch()
    let stored = try scratch.record("1", credentials: [sampleCredential()])
    #expect(throws: Mine.self) { try stored.forEachCredential { _ in throw Mine() } }
  }

  @Test("dates that no calendar can write are kept as the last one that it can")
  func absurdDates() throws {
    let dates = [
      Date(timeIntervalSince1970: 1e300), Date(timeIntervalSince1970: -1e300),
      Date(timeIntervalSince1970: .infinity), Date(timeIntervalSince1970: .nan),
    ]
    let scratch = try Scratch()
    let stored = try scratch.record(
      "1",
      credentials: dates.enumerated().map {
        sampleCredential("\($0)", ends: $1, from: "inventory")
      })
    #expect(try stored.credentials().count == 4)
    #expect(try scratch.query("SELECT * FROM expiring WHERE expires_at IS NULL").isEmpty)
  }
}
