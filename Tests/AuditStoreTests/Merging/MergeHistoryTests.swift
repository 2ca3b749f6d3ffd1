import AuditStore
import CredentialAudit
import Foundation
import Testing

/// Histories of other machines, brought into one.
@Suite struct MergeHistoryTests {
  private typealias Look = Estate.Look

  @Test("Of one subject in two databases the later word holds and the earlier sight")
  func sameSubject() throws {
    let estate = try Estate()
    try estate.whole("one", night: 0, run: "a", [Look(tenant: "contoso")])
    try estate.whole("one", night: 3, run: "d", [Look(tenant: "contoso", verdict: .critical)])
    try estate.whole("two", night: 2, run: "c", [Look(tenant: "contoso", verdict: .warning)])
    for files in [["one", "two"], ["two", "one"]] {
      let target = "merged-\(files[0])"
      try estate.merge(files, into: target)
      let name = SubjectName.credential(
        tenant: "contoso", application: "billing", credential: "primary")
      let life = try #require(try estate.scratch.open(target).life(of: name))
      #expect(life.firstSeenAt == day(0) && life.state?.answer.verdict == .critical)
      #expect(life.state?.lookedAt == day(3) && life.state?.course.since == day(3))
      #expect(life.events.map(\.step.run) == ["a", "c", "d"])
      let newest = try #require(try estate.scratch.open(target).newestRun())
      #expect(newest.run.id == "d")
      #expect(try newest.previousRun()?.id == "c")
    }
    #expect(try estate.dump("merged-one") == estate.dump("merged-two"))
  }

  @Test("Runs of months ago that come last stand where they belong")
  func older() throws {
    let estate = try Estate()
    try estate.whole("new", night: 9, run: "new")
    try estate.whole("old", night: 1, run: "old")
    try estate.merge(["new"])
    try estate.merge(["old"])
    let store = try estate.scratch.open("merged")
    #expect(try store.run(id: "new")?.previousRun()?.id == "old")
    #expect(try store.run(id: "old")?.previousRun() == nil)
    #expect(try store.run(id: "old")?.trend(limit: 9).map(\.id) == ["old"])
    #expect(try store.run(id: "new")?.lastCompleteEnd() == day(9).addingTimeInterval(60))
  }

  @Test("Of a run that one database has pruned the other's whole copy holds")
  func pruned() throws {
    let estate = try Estate()
    for night in 0..<3 { try estate.whole("full", night: night) }
    try FileManager.default.copyItem(
      atPath: estate.scratch.path("full"), toPath: estate.scratch.path("pruned"))
    do {
      let lock = try RunLock(database: estate.scratch.path("pruned"))
      let outcome = try estate.scratch.open("pruned").prune(
        startedBefore: day(2), at: day(3), holding: lock)
      #expect(outcome.deletedRuns == 2)
    }
    try estate.merge(["pruned", "full"])
    #expect(try estate.dump() == estate.dump("full"))
  }

  @Test(
    "A database of an earlier version is brought in as it is there, and left as it was",
    arguments: ["schema-1", "schema-2"])
  func earlier(_ name: String) throws {
    let estate = try Estate()
    let old = try Fixture.open(name)
    let before = try Data(contentsOf: URL(filePath: old.path()))
    let lock = try RunLock(database: estate.scratch.path("merged"))
    try AuditStore.merge(
      MergeSources([old.path()], into: estate.scratch.path("merged")), holding: lock)
    #expect(try Data(contentsOf: URL(filePath: old.path())) == before)
    _ = try old.open()
    #expect(
      try estate.dump().map { $0.replacing("|running|", with: "|cut_short|") }.filter {
        !$0.hasPrefix("total|")
      }
        == Dump.lines(of: "history.sqlite", in: old).map {
          $0.replacing("|running|", with: "|cut_short|")
        }.filter { !$0.hasPrefix("total|") }.sorted())
    #expect(try estate.isSound())
  }
}
