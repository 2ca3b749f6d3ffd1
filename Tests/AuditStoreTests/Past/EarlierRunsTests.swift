import AuditStore
import CredentialAudit
import Foundation
import Testing

/// What a run tells of those before it.
@Suite struct EarlierRunsTests {
  /// Runs that are no sign that the night's job lives, on the days 1 to 4.
  private static func recordOthers(in scratch: Scratch) throws {
    try scratch.record("other", at: day(1), inventory: "other.yaml")
    try scratch.record("part", at: day(2), scope: RunScope(tags: ["prod"]))
    try scratch.record("offline", at: day(3), offline: true)
    try scratch.record("cut", at: day(4), complete: false)
  }

  @Test("A job that ended no run lives by no other job's, nor by a part, an offline or a cut run")
  func lastCompleteEnd() throws {
    let scratch = try Scratch()
    try Self.recordOthers(in: scratch)
    let cut = try scratch.record("cut again", at: day(5), complete: false)
    #expect(try cut.lastCompleteEnd() == nil)
    let whole = try scratch.record("whole", at: day(6))
    #expect(try whole.lastCompleteEnd() == day(6) + 60)
    try scratch.record("other again", at: day(7), inventory: "other.yaml")
    let late = try scratch.record("cut at last", at: day(8), complete: false)
    #expect(try late.lastCompleteEnd() == day(6) + 60)
    // What it was then stays what it was.
    let early = try #require(try scratch.open().run(id: "cut again"))
    #expect(try early.lastCompleteEnd() == nil)
  }

  @Test("The run before is the last one that asked the network over the same inventory")
  func previousRun() throws {
    let scratch = try Scratch()
    let first = try scratch.record("first")
    #expect(try first.previousRun() == nil)
    try scratch.record("other", at: day(1), inventory: "other.yaml")
    let second = try scratch.record("second", at: day(2))
    #expect(try second.previousRun()?.id == "first")
    try scratch.record("offline", at: day(3), offline: true)
    try scratch.record("part", at: day(4), scope: RunScope(tags: ["prod"]))
    let third = try scratch.record("third", at: day(5))
    #expect(try third.previousRun()?.id == "part")
    let other = try scratch.record("other again", at: day(6), inventory: "other.yaml")
    #expect(try other.previousRun()?.id == "other")
  }

  @Test(
    "A trend has the whole runs over one inventory, the newest last, and no more than asked for")
  func trend() throws {
    let scratch = try Scratch()
    for night in 0..<4 {
      try scratch.record(
        "night-\(night)", at: day(night), credentials: [sampleCredential("\(night)", .warning)])
      try scratch.record(
        "other-\(night)", at: day(night) + 60, inventory: "other.yaml",
        credentials: [sampleCredential("x"), sampleCredential("y")])
    }
    try Self.recordOthers(in: scratch)
    let run = try #require(try scratch.open().run(id: "cut"))
    #expect(try run.trend(limit: 9).map(\.id) == (0..<4).map { "night-\($0)" })
    #expect(try run.trend(limit: 2).map(\.id) == ["night-2", "night-3"])
    #expect(try run.trend(limit: 9).allSatisfy { $0.summary.credentials.total == 1 })
    #expect(try run.trend(limit: 0).isEmpty)
  }
}
