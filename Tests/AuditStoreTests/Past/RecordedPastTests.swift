import AuditStore
import CredentialAudit
import Foundation
import Testing

/// What is written down with a verdict, beside the verdict.
@Suite struct RecordedPastTests {
  @Test("Roles are remembered through nights that give no token, and decide what comes first")
  func roles() throws {
    let scratch = try Scratch()
    let wide = ["Directory.ReadWrite.All"]
    try scratch.record(
      "1", credentials: [sampleCredential("a"), sampleCredential("b", roles: wide)])
    let second = try scratch.record(
      "2", at: day(1),
      credentials: [sampleCredential("a", .unknown), sampleCredential("b", .unknown)])
    let found = try second.credentials()
    #expect(found.map(\.credential) == ["b", "a"])
    #expect(found.allSatisfy { $0.roles == nil }, "no token told them that night")
    // A token without roles is another thing than no token.
    let third = try scratch.record(
      "3", at: day(2),
      credentials: [sampleCredential("a", .unknown), sampleCredential("b", .unknown, roles: [])])
    #expect(try third.credentials().map(\.credential) == ["a", "b"])
    #expect(try third.credentials().map(\.roles) == [nil, []])
    #expect(try scratch.lines("SELECT count(*) FROM role_set") == ["2"])
  }

  @Test("An offline run forgets no role")
  func offlineRoles() throws {
    let scratch = try Scratch()
    try scratch.record("1", credentials: [sampleCredential("a", roles: ["Mail.Send"])])
    try scratch.record("2", at: day(1), offline: true, credentials: [sampleCredential("a")])
    #expect(try scratch.lines("SELECT known_roles FROM standing") == ["[\"Mail.Send\"]"])
  }

  @Test("Offline runs and skipped subjects have no course, and change none")
  func noLook() throws {
    let scratch = try Scratch()
    let runs = [
      try scratch.record("1", credentials: [sampleCredential("a", .warning)]),
      try scratch.record(
        "2", at: day(1), offline: true, credentials: [sampleCredential("a", .critical)]),
      try scratch.record("3", at: day(2), credentials: [sampleCredential("a", .skipped)]),
      try scratch.record("4", at: day(3), credentials: [sampleCredential("a", .warning)]),
    ]
    let found = try runs.map { try #require(try $0.credentials().first) }
    #expect(found.map { $0.course?.streak } == [1, nil, nil, 2])
    #expect(found.map { $0.findings[0].past?.isNew } == [true, nil, nil, false])
    #expect(found[3].course?.since == day(0) && found[3].findings[0].past?.since == day(0))
    #expect(try scratch.lines("SELECT recent FROM standing") == ["ww"])
  }

  @Test("Where offline runs come between, what a live run said stays what is compared")
  func offlineBetween() throws {
    let scratch = try Scratch()
    try scratch.record("1", credentials: [sampleCredential("a", .critical, code: "one")])
    try scratch.record(
      "2", at: day(1), offline: true, credentials: [sampleCredential("a", .critical, code: "two")])
    let third = try scratch.record(
      "3", at: day(2), credentials: [sampleCredential("a", .critical, code: "one")])
    #expect(
      try third.credentials()[0].findings[0].past == FindingPast(since: day(0), isNew: false))
  }

  @Test("What is overdue is recorded as critical, with what it was; what is answered for is not")
  func overdue() throws {
    let scratch = try Scratch()
    var last: [CredentialRecord] = []
    for night in 0..<5 {
      last = try scratch.record(
        "\(night)", at: day(night),
        credentials: [
          sampleCredential("silent", .unknown, code: "timeout"),
          sampleCredential("answered", .unknown, code: "timeout", suppressed: true),
          sampleCredential("patient", .unknown, code: "timeout", unknownFor: 30),
        ]
      ).credentials()
    }
    #expect(last.map(\.credential) == ["silent", "patient", "answered"])
    #expect(last.map(\.verdict) == [.critical, .unknown, .unknown])
    #expect(last.map(\.change) == [.worse, .unchanged, .unchanged])
    #expect(last.map { $0.findings[0].code } == ["timeout", "timeout", "timeout"])
    #expect(last.allSatisfy { $0.findings[0].past?.unknownSince == day(0) })
    #expect(last[0].course == SubjectCourse(since: day(4), failingSince: day(0)))
    #expect(
      try scratch.lines("SELECT critical, unknown, suppressed FROM run_summary LIMIT 1")
        == ["1|1|1"])
    #expect(
      try scratch.lines(
        "SELECT verdict, code, streak FROM latest_verdict WHERE credential = 'silent'")
        == ["critical|timeout|1"])
  }

  @Test("A place in the inventory is kept, and each file once")
  func location() throws {
    let scratch = try Scratch()
    let places = [
      SourceLocation(file: "a.yaml", line: 7, column: 9),
      SourceLocation(file: "a.yaml", line: 12, column: 1),
      SourceLocation(file: "b \u{202E}.yaml", line: 1, column: 1),
    ]
    let run = try scratch.record(
      "1",
      authorities: places.enumerated().map { number, place in
        AuthorityRecord(
          tenant: "\(number)", authority: "", kind: nil, cloud: nil, tenantID: nil,
          location: place, findings: [])
      })
    #expect(try run.authorities().map(\.location) == places)
    #expect(try scratch.lines("SELECT count(*) FROM inventory_file") == ["2"])
  }

  @Test("A run that was killed has its totals, too, once the next one closes it")
  func killed() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let lock = try RunLock(database: scratch.path())
    let killed = try store.begin(sampleRun("killed"), holding: lock)
    try killed.record(credentials: [sampleCredential("a"), sampleCredential("b", .critical)])
    #expect(try scratch.lines("SELECT count(*) FROM run_total") == ["0"])
    #expect(try scratch.lines("SELECT credentials, critical FROM run_summary") == ["2|1"])
    _ = try store.begin(sampleRun("next", at: day(1)), holding: lock)
    #expect(
      try scratch.lines("SELECT kind, verdict, subjects FROM run_total ORDER BY 2")
        == ["credential|critical|1", "credential|pass|1"])
    #expect(
      try scratch.lines("SELECT run, credentials, critical FROM run_summary")
        == ["next|0|0", "killed|2|1"])
  }

  @Test("Totals stay when the observations that they were counted from are dropped")
  func pruned() throws {
    let scratch = try Scratch()
    try scratch.record("1", credentials: [sampleCredential("a"), sampleCredential("b", .critical)])
    let before = try scratch.lines("SELECT * FROM run_summary")
    try scratch.meddle("DELETE FROM observation")
    #expect(try scratch.lines("SELECT * FROM run_summary") == before)
  }
}
