import AuditStore
import CredentialAudit
import Foundation
import Testing

/// Histories as chance has them: verdicts, rotations, filters, offline and killed runs, and subjects
/// that come and go.
@Suite struct RandomHistoryTests {
  private static let nights = 60

  /// One subject in one run, as it is stored.
  private struct Stored {
    let name: SubjectName
    let verdict: Verdict
    let change: Change
    let course: SubjectCourse?
    let findings: [Finding]
  }

  private static func stored(_ run: StoredRun) throws -> [Stored] {
    try run.authorities().map {
      Stored(
        name: $0.name, verdict: $0.verdict, change: $0.change, course: $0.course,
        findings: $0.findings)
    }
      + run.credentials().map {
        Stored(
          name: $0.name, verdict: $0.verdict, change: $0.change, course: $0.course,
          findings: $0.findings)
      }
  }

  /// Records all nights, one after the other, and lends the store with them in it.
  private static func record(_ nights: [RandomNight], in scratch: Scratch) throws -> AuditStore {
    let store = try scratch.open()
    let lock = try RunLock(database: scratch.path())
    for night in nights { try record(night, in: store, holding: lock) }
    return store
  }

  private static func record(
    _ night: RandomNight, in store: AuditStore, holding lock: RunLock
  ) throws {
    let recorder = try store.begin(
      sampleRun(
        night.id, at: night.start, offline: night.offline,
        scope: RunScope(tenants: night.tenants)),
      holding: lock)
    try recorder.record(
      authorities: night.sights.compactMap(\.authority),
      credentials: night.sights.compactMap(\.credential))
    if night.isWhole { try recorder.conclude(inventory: night.inventory) }
    if !night.isKilled { try recorder.finish(at: night.start + 60, complete: night.isWhole) }
  }

  @Test("History says what walking back over all looks says", arguments: 0..<12)
  func reference(seed: UInt64) throws {
    let scratch = try Scratch()
    let nights = RandomNight.nights(Self.nights, seed: seed)
    let store = try Self.record(nights, in: scratch)
    var reference = ReferenceHistory()
    for night in nights {
      let run = try #require(try store.run(id: night.id))
      let expected = reference.expect(night)
      let found = try Self.stored(run).map { stored in
        ReferenceHistory.Expected(
          name: stored.name, verdict: stored.verdict, change: stored.change, course: stored.course,
          past: stored.findings.first { $0.verdict == stored.verdict }?.past)
      }
      #expect(
        Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0) })
          == Dictionary(uniqueKeysWithValues: expected.map { ($0.name, $0) }), "\(night.id)")
      let summary = try run.summary()
      #expect(summary.authorities.total + summary.credentials.total == expected.count)
    }
  }

  @Test("Whatever happens, a life hangs together", arguments: 100..<112)
  func life(seed: UInt64) throws {
    let scratch = try Scratch()
    let nights = RandomNight.nights(Self.nights, seed: seed)
    let store = try Self.record(nights, in: scratch)
    var last: [SubjectName: Stored] = [:]
    var seen: Set<Change> = []
    for night in nights {
      let run = try #require(try store.run(id: night.id))
      for now in try Self.stored(run) where !night.offline {
        seen.insert(now.change)
        let before = last[now.name]
        if now.change == .gone {
          #expect(before != nil && now.verdict == .skipped && now.course == nil, "gone once")
          #expect(now.findings.map(\.code) == ["gone"])
          last[now.name] = nil
          continue
        }
        guard now.verdict != .skipped else {
          #expect(now.course == nil)
          continue
        }
        let course = try #require(now.course)
        #expect((now.change == .firstSeen) == (before == nil), "first of all, and never again")
        if now.change == .recovered {
          #expect(now.verdict == .pass && before.map { $0.verdict != .pass } == true)
        }
        #expect(course.since <= night.start)
        #expect((course.failingSince == nil) == (now.verdict == .pass))
        #expect(course.failingSince.map { $0 <= course.since } ?? true)
        #expect((course.lastPassedAt == night.start) == (now.verdict == .pass))
        let goesOn = before?.verdict == now.verdict
        #expect(course.streak == (goesOn ? (before?.course?.streak ?? 0) + 1 : 1))
        #expect((course.since == night.start) == !goesOn)
        for finding in now.findings {
          let past = try #require(finding.past)
          #expect(past.isNew == (past.since == night.start))
          #expect(past.unknownSince.map { $0 <= past.since } ?? true)
          if before == nil { #expect(past.isNew) }
        }
        last[now.name] = now
      }
    }
    #expect(seen == Set(Change.allCases), "the chance is one that meets every change")
  }

  @Test("Totals are kept that add up, of every run that is over", arguments: 200..<204)
  func totals(seed: UInt64) throws {
    let scratch = try Scratch()
    _ = try Self.record(RandomNight.nights(30, seed: seed), in: scratch)
    // The next run closes the last one, where that was killed.
    try scratch.record("last", at: day(400))
    let apart = try scratch.lines(
      """
      SELECT run_id, iif(credential_description_id IS NULL, 'authority', 'credential'), verdict,
        suppressed, count(*) FROM observation GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
      """)
    let kept = try scratch.lines(
      """
      SELECT run_id, kind, verdict, suppressed, subjects FROM run_total ORDER BY 1, 2, 3, 4
      """)
    #expect(apart == kept && !kept.isEmpty)
    let sums = try scratch.lines(
      """
      SELECT run FROM run_summary
      WHERE authorities + credentials <> critical + unknown + warning + pass + skipped + suppressed
      """)
    #expect(sums.isEmpty)
  }
}
