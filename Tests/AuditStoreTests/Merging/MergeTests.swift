import AuditStore
import CredentialAudit
import Foundation
import GRDB
import Testing

/// Databases of parts and of other machines, brought into one.
@Suite struct MergeTests {
  private typealias Look = Estate.Look

  /// A second night with something of each kind, of which the old name is in another part than the new.
  private static let second = [
    Look(tenant: "proseware", verdict: .critical), Look(tenant: "northwind", source: "env OTHER"),
    Look(tenant: "contoso", name: "new", source: "env MOVED"),
    Look(tenant: "fabrikam", verdict: .unknown),
  ]
  private static let first = [
    Look(tenant: "proseware"), Look(tenant: "northwind"),
    Look(tenant: "northwind", name: "old", source: "env MOVED"),
    Look(tenant: "contoso", verdict: .warning), Look(tenant: "fabrikam", verdict: .critical),
  ]

  private func compare(_ estate: Estate, night: Int) throws {
    let merged = try #require(try estate.merged(night: night))
    let whole = try #require(
      try estate.scratch.open("whole").run(id: "whole-\(night)"))
    #expect(try merged.credentials() == whole.credentials())
    #expect(try merged.authorities() == whole.authorities())
    #expect(try merged.notices() == whole.notices())
    #expect(try merged.summary() == whole.summary())
    #expect(try merged.previousRun()?.startedAt == whole.previousRun()?.startedAt)
    #expect(try merged.trend(limit: 9).map(\.summary) == whole.trend(limit: 9).map(\.summary))
    #expect(merged.run.startedAt == whole.run.startedAt && merged.run.complete)
    #expect(merged.run.scope.shard == nil && !merged.run.scope.isFiltered)
  }

  @Test("Parts are one run, as one process would have recorded it, night after night")
  func asOneProcess() throws {
    let estate = try Estate()
    for (night, looks) in [Self.first, Self.second, Self.first].enumerated() {
      try estate.whole(night: night, looks)
      try estate.parts(night: night, looks)
      let outcome = try estate.merge(["part-3", "part-1", "part-2"])
      #expect(outcome.runs.map(\.complete) == [true] && outcome.loose.isEmpty)
      #expect(outcome.files.map(\.taken) == [1, 1, 1])
      try compare(estate, night: night)
      try estate.handOut()
    }
    #expect(
      try estate.merged(night: 1)?.notices().map(\.code) == ["looks-renamed"])
    #expect(try estate.isSound())
  }

  @Test("Parts that keep databases of their own over the nights make the same runs")
  func ownDatabases() throws {
    let estate = try Estate()
    for (night, looks) in [Self.first, Self.second].enumerated() {
      try estate.whole(night: night, looks)
      try estate.parts(night: night, looks)
      try estate.merge(["part-1", "part-2", "part-3"])
    }
    let merged = try #require(try estate.merged(night: 1))
    let whole = try #require(try estate.scratch.open("whole").run(id: "whole-1"))
    #expect(try merged.credentials().map(\.change) == whole.credentials().map(\.change))
    #expect(try merged.credentials().map(\.course) == whole.credentials().map(\.course))
    #expect(try merged.notices() == whole.notices())
  }

  @Test("Twice the same is once")
  func again() throws {
    let estate = try Estate()
    try estate.parts(night: 0, Self.first)
    try estate.merge(["part-1", "part-2", "part-3"])
    let before = try estate.dump()
    let outcome = try estate.merge(["part-2", "part-1", "part-2", "part-3"])
    #expect(outcome.files.map(\.taken) == [0, 0, 0])
    #expect(outcome.runs.map(\.complete) == [true])
    #expect(try estate.dump() == before)
    #expect(try estate.isSound())
  }

  @Test(
    "The order does not matter, all at once or one after the other",
    arguments: [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]], [true, false])
  func order(_ parts: [Int], isAtOnce: Bool) throws {
    let estate = try Estate()
    try estate.parts(night: 0, Self.first)
    try estate.merge(["part-1", "part-2", "part-3"], into: "reference")
    let files = parts.map { "part-\($0)" }
    if isAtOnce {
      try estate.merge(files)
    } else {
      for file in files { try estate.merge([file]) }
    }
    #expect(try estate.dump() == estate.dump("reference"))
    #expect(try estate.isSound())
  }

  @Test("A missing part makes the run incomplete, by name, until it comes")
  func missing() throws {
    let estate = try Estate()
    try estate.parts(night: 0)
    let outcome = try estate.merge(["part-2", "part-3"])
    #expect(outcome.runs.map(\.complete) == [false])
    #expect(outcome.runs.first?.parts?.missing == [1])
    let run = try #require(try estate.merged(night: 0))
    #expect(!run.run.complete && run.run.finishedAt != nil)
    #expect(try run.notices().map(\.code) == ["shards-missing"])
    #expect(try run.notices().first?.message.contains("part 1 is missing") == true)
    #expect(try run.summary().authorities.total == 3)
    try estate.merge(["part-1"])
    let whole = try #require(try estate.merged(night: 0))
    // The part that came last began first.
    #expect(whole.run.complete && whole.run.startedAt == day(0))
    #expect(try whole.credentials().allSatisfy { $0.course?.since == day(0) })
    #expect(try whole.notices().isEmpty)
  }

  @Test("A part that was cut short or copied too early makes it incomplete, until it is run again")
  func cutShort() throws {
    for hasEnd in [true, false] {
      let estate = try Estate()
      try estate.part(1, night: 0)
      try estate.part(2, night: 0, complete: false, hasEnd: hasEnd)
      try estate.part(3, night: 0)
      let outcome = try estate.merge(["part-1", "part-2", "part-3"])
      #expect(outcome.runs.first?.parts?.unfinished == [2])
      let run = try #require(try estate.merged(night: 0))
      #expect(!run.run.complete)
      #expect(try run.notices().map(\.code) == ["shards-incomplete"])
      try estate.part(2, night: 0, in: "again", run: "second attempt", delay: 9)
      #expect(try estate.merge(["again"]).runs.map(\.complete) == [true])
      let dump = try estate.dump()
      try estate.merge(["part-2", "again", "part-1", "part-3"])
      #expect(try estate.dump() == dump)
      #expect(try estate.isSound())
    }
  }

  @Test("The same run again, copied once it had ended, takes the place of the early copy")
  func endedSince() throws {
    let estate = try Estate()
    let place = estate.scratch.path("live")
    let lock = try RunLock(database: place)
    let recorder = try estate.scratch.open("live").begin(sampleRun("run-1"), holding: lock)
    try recorder.record(credentials: [sampleCredential("a")])
    for suffix in ["", "-wal"] {
      let file = place + suffix
      guard FileManager.default.fileExists(atPath: file) else { continue }
      try FileManager.default.copyItem(
        atPath: file, toPath: estate.scratch.path("early") + suffix)
    }
    try recorder.record(credentials: [sampleCredential("b")])
    try recorder.finish(at: day(0).addingTimeInterval(9), complete: true)
    try estate.merge(["early"])
    #expect(try estate.scratch.open("merged").runs(limit: 9).map(\.complete) == [false])
    withExtendedLifetime(lock) {}
    try FileManager.default.removeItem(atPath: place + ".lock")
    try estate.merge(["live"])
    let run = try #require(try estate.scratch.open("merged").newestRun())
    #expect(run.run.complete)
    #expect(try run.credentials().map(\.credential) == ["a", "b"])
    #expect(try run.trend(limit: 1).first?.summary.credentials.total == 2)
    let dump = try estate.dump()
    try estate.merge(["early"])
    #expect(try estate.dump() == dump)
  }

  @Test("Parts over different inventories are put together, and nobody takes them for whole")
  func inventories() throws {
    let estate = try Estate()
    try estate.part(1, night: 0)
    try estate.part(2, night: 0, sha256: String(repeating: "cd", count: 32))
    try estate.part(3, night: 0, version: "2.0.0")
    let outcome = try estate.merge(["part-1", "part-2", "part-3"])
    #expect(outcome.runs.first?.parts?.haveOneInventory == false)
    let run = try #require(try estate.merged(night: 0))
    #expect(!run.run.complete && run.run.toolVersion == "1.0.0")
    let notices = try run.notices()
    #expect(notices.map(\.code) == ["shards-differ", "shards-differ"])
    #expect(notices[0].message.contains("sha256 abababababab (parts 1, 3)"))
    #expect(notices[1].message.hasSuffix("1.0.0 (parts 1, 2), 2.0.0 (part 3)"))
  }

  @Test("Parts that nobody named a group for stay runs of their own")
  func loose() throws {
    let estate = try Estate()
    for index in 1...3 { try estate.part(index, night: 0, isNamed: false) }
    let outcome = try estate.merge(["part-1", "part-2", "part-3"])
    #expect(outcome.loose.map(\.shard) == ["1/3", "2/3", "3/3"])
    #expect(outcome.runs.map(\.id) == ["part-1-0", "part-2-0", "part-3-0"])
    #expect(try estate.scratch.open("merged").runs(limit: 9).allSatisfy { $0.scope.shard != nil })
  }

  @Test("A group's name that was used for two nights mixes none and loses none")
  func nameUsedTwice() throws {
    let estate = try Estate()
    try estate.parts(night: 0)
    try estate.merge(["part-1", "part-2", "part-3"])
    try estate.part(1, night: 0, run: "another night", delay: 86_400)
    let outcome = try estate.merge(["part-1", "part-2"])
    #expect(outcome.runs.compactMap(\.parts).first?.repeated == ["another night"])
    #expect(
      try estate.scratch.open("merged").runs(limit: 9).map(\.id)
        == [
          "another night",
          ShardGroup(
            name: "night-0", count: 3, offline: false, scope: RunScope()
          ).runID,
        ])
  }

  @Test("A database that is itself one of the parts takes the others in")
  func intoPart() throws {
    let estate = try Estate()
    try estate.parts(night: 0, Self.first)
    try estate.merge(["part-1", "part-2", "part-3"])
    try estate.merge(["part-1", "part-3"], into: "part-2")
    let said = try ["merged", "part-2"].map { file in
      try estate.dump(file).filter { !$0.hasPrefix("run|") }
    }
    #expect(said[0] == said[1])
    #expect(try estate.isSound("part-2"))
  }
}
