import AuditStore
import CredentialAudit
import Foundation
import Testing

@Suite struct ComparisonTests {
  /// The same numbers for the same seed.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// One credential's look of one night; nil where it is not looked at.
  private static func look(_ name: String, _ dice: inout Dice) -> CredentialRecord? {
    guard Int.random(in: 0..<8, using: &dice) > 0 else { return nil }
    let verdict = Verdict.allCases.randomElement(using: &dice) ?? .pass
    let end = Bool.random(using: &dice) ? Int.random(in: 300..<302, using: &dice) : nil
    return sampleCredential(
      name, verdict, source: Bool.random(using: &dice) ? "env A" : "env B",
      ends: end.map(day), from: end == nil ? nil : "certificate",
      thumbprint: [nil, "AA", "BB"].randomElement(using: &dice) ?? nil)
  }

  @Test(
    "for runs that follow each other the difference is the change that was stored",
    arguments: 1...12)
  func agreement(seed: Int) throws {
    var dice = Dice(state: UInt64(seed))
    let scratch = try Scratch()
    var runs: [StoredRun] = []
    for night in 0..<12 {
      let isOffline = Int.random(in: 0..<5, using: &dice) == 0
      let credentials = (0..<6).compactMap { Self.look("\($0)", &dice) }
      let run = try scratch.record(
        "run-\(night)", at: day(night), offline: isOffline, credentials: credentials)
      if !isOffline { runs.append(run) }
    }
    var compared = 0
    for (old, new) in zip(runs, runs.dropFirst()) {
      let comparison = try scratch.open().compare(old.run, with: new.run)
      let met = Set(
        try old.credentials().filter { $0.verdict != .skipped }.map(\.subject))
      var stored: [String: Change] = [:]
      for record in try new.credentials() where record.verdict != .skipped {
        guard met.contains(record.subject), record.change != .unchanged else { continue }
        stored[record.subject] = record.change
      }
      var told: [String: Change] = [:]
      for difference in comparison.differences where difference.old != nil && difference.new != nil
      {
        told[difference.subject.text] = difference.change
      }
      #expect(told == stored)
      compared += comparison.compared
    }
    #expect(compared > 0)
  }

  @Test("a rotation by a run in between is told, and what was and is there")
  func inBetween() throws {
    let scratch = try Scratch()
    let runs = try ["A", "B", "A"].enumerated().map { night, thumbprint in
      try scratch.record(
        "run-\(night)", at: day(night),
        credentials: [
          sampleCredential(
            ends: day(100 + night), from: "certificate", thumbprint: thumbprint)
        ])
    }
    let store = try scratch.open()
    let across = try store.compare(runs[0].run, with: runs[2].run)
    #expect(across.differences.map(\.change) == [.rotated])
    let rotation = try #require(across.differences.first?.rotation)
    #expect(rotation.thumbprintSHA256 == nil)
    #expect(rotation.expiresAt?.old == day(100) && rotation.expiresAt?.new == day(102))
    let first = try store.compare(runs[0].run, with: runs[1].run)
    #expect(first.differences.first?.rotation?.thumbprintSHA256?.new == "B")
  }

  @Test("subjects come with code, owner, tags and end as their run had them")
  func looks() throws {
    let scratch = try Scratch()
    func credential(_ owner: String, _ verdict: Verdict) -> CredentialRecord {
      CredentialRecord(
        tenant: "contoso", application: "billing", credential: "primary", clientID: "id",
        kind: "secret", source: "env S", owner: owner, tags: ["prod"], expiresAt: day(9),
        expiresFrom: "inventory",
        findings: [
          Finding(check: .credentialToken, verdict: .pass, code: "ok", summary: ""),
          Finding(check: .credentialExpiry, verdict: verdict, code: "of-\(owner)", summary: ""),
        ])
    }
    let runs = [
      try scratch.record("1", credentials: [credential("jo", .warning)]),
      try scratch.record("2", at: day(1), credentials: [credential("mia", .critical)]),
    ]
    let comparison = try scratch.open().compare(runs[0].run, with: runs[1].run)
    let difference = try #require(comparison.differences.first)
    #expect(difference.old?.owner == "jo" && difference.new?.owner == "mia")
    #expect(difference.old?.answer == LifeChange.Answer(.warning, "of-jo"))
    #expect(difference.new?.answer == LifeChange.Answer(.critical, "of-mia"))
    #expect(difference.new?.tags == ["prod"] && difference.new?.kind == "secret")
    #expect(difference.new?.traits?.expiresAt == day(9))
    #expect(difference.rotation == nil)
  }

  @Test("runs are found by the beginning of their id, and live ones by day")
  func runs() throws {
    let scratch = try Scratch()
    try scratch.record("abc-1", at: day(0))
    try scratch.record("abc-2", at: day(1), offline: true)
    try scratch.record("abd-3", at: day(2))
    let store = try scratch.open()
    #expect(try store.runs(idPrefix: "abc", limit: 9).map(\.id) == ["abc-2", "abc-1"])
    #expect(try store.runs(idPrefix: "abc", limit: 1).map(\.id) == ["abc-2"])
    #expect(try store.runs(idPrefix: "ab%", limit: 9).isEmpty)
    #expect(try store.runs(idPrefix: "", limit: 9).count == 3)
    #expect(try store.liveRuns(limit: 9).map(\.id) == ["abd-3", "abc-1"])
    #expect(try store.liveRuns(startedBefore: day(2), limit: 9).map(\.id) == ["abc-1"])
  }
}
