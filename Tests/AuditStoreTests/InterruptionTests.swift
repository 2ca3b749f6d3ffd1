@testable import AuditStore
import CredentialAudit
import Foundation
import GRDB
import Testing

@Suite struct InterruptionTests {
  @Test("a run that was killed keeps what it recorded, and the next run closes it as incomplete")
  func killed() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let first = try store.begin(
      sampleRun("killed"), holding: try RunLock(database: scratch.path()))
    try first.record(credentials: [sampleCredential("a"), sampleCredential("b", .critical)])
    try first.record(credentials: [sampleCredential("c")])
    // What the disk of a machine holds that loses its power now.
    let after = try Scratch()
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(
        atPath: scratch.path() + suffix, toPath: after.path() + suffix)
    }
    let reopened = try after.open()
    let early = try #require(try reopened.newestRun())
    #expect(early.run.id == "killed" && !early.run.complete && early.run.finishedAt == nil)

    let second = try reopened.begin(
      sampleRun("next", at: day(1)), holding: try RunLock(database: after.path()))
    try second.record(credentials: [sampleCredential("b")])
    let next = try second.finish(at: day(1), complete: true)
    let killed = try #require(try reopened.run(id: "killed"))
    #expect(!killed.run.complete && killed.run.finishedAt == nil)
    #expect(try killed.credentials().map(\.credential) == ["b", "a", "c"])
    #expect(try next.credentials().map(\.change) == [.recovered])
    let states = try after.lines("SELECT state FROM run_summary ORDER BY started_at")
    #expect(states == ["cut_short", "finished"])
  }

  @Test("a run that a later one closed, or that is finished, records nothing more")
  func runOver() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let lock = try RunLock(database: scratch.path())
    let first = try store.begin(sampleRun("1"), holding: lock)
    let second = try store.begin(sampleRun("2", at: day(1)), holding: lock)
    #expect(throws: StoreError(.runOver, path: store.path)) {
      try first.record(credentials: [sampleCredential()])
    }
    #expect(throws: StoreError(.runOver, path: store.path)) {
      try first.finish(at: day(1), complete: true)
    }
    try second.finish(at: day(1), complete: false)
    #expect(throws: StoreError(.runOver, path: store.path)) {
      try second.note([RunNotice(code: "late", message: "")])
    }
    #expect(throws: StoreError(.runOver, path: store.path)) {
      try second.update(auditor: ["clock": "late"])
    }
    #expect(try store.runs(limit: 9).map(\.complete) == [false, false])
  }

  @Test(
    "a database that is removed or replaced during a run is missed at the next record",
    arguments: [false, true])
  func gone(isReplaced: Bool) throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let recorder = try store.begin(sampleRun("1"), holding: try RunLock(database: scratch.path()))
    try recorder.record(credentials: [sampleCredential("kept")])
    try FileManager.default.moveItem(atPath: scratch.path(), toPath: scratch.path("away.sqlite"))
    if isReplaced {
      try FileManager.default.copyItem(
        atPath: scratch.path("away.sqlite"), toPath: scratch.path())
    }
    let gone = StoreError(.gone, path: store.path)
    #expect(throws: gone) { try recorder.record(credentials: [sampleCredential("lost")]) }
    #expect(throws: gone) { try recorder.note([RunNotice(code: "late", message: "")]) }
    #expect(throws: gone) { try recorder.finish(at: day(1), complete: true) }
    // Put back, it is the same one again.
    if isReplaced { try FileManager.default.removeItem(atPath: scratch.path()) }
    try FileManager.default.moveItem(atPath: scratch.path("away.sqlite"), toPath: scratch.path())
    let run = try recorder.finish(at: day(1), complete: false)
    #expect(try run.credentials().map(\.credential) == ["kept"])
  }

  @Test("another database's lock is no right to run on this one")
  func wrongLock() throws {
    let scratch = try Scratch()
    let lock = try RunLock(database: scratch.path("other.sqlite"))
    let store = try scratch.open()
    #expect(throws: StoreError(.refused, path: store.path)) {
      try store.begin(sampleRun("1"), holding: lock)
    }
  }

  @Test("a full disk loses the batch that did not fit and nothing else")
  func diskFull() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let recorder = try store.begin(
      sampleRun("1"), holding: try RunLock(database: scratch.path()))
    try recorder.record(credentials: [sampleCredential("kept")])
    try store.pool.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 3)")
    }
    let many = (0..<500).map { sampleCredential("lost \($0)", .critical) }
    let error = #expect(throws: StoreError.self) { try recorder.record(credentials: many) }
    #expect(error?.kind == .diskFull)
    #expect(error?.description.contains("lost") == false, "quotes nothing that was recorded")
    try store.pool.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA max_page_count = 1000000")
    }
    try recorder.record(credentials: [sampleCredential("later")])
    let stored = try recorder.finish(at: day(1), complete: false)
    #expect(try stored.credentials().map(\.credential) == ["kept", "later"])
  }

  @Test("a batch that the schema refuses leaves nothing, and the run goes on")
  func refused() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let lock = try RunLock(database: scratch.path())
    let recorder = try store.begin(sampleRun("1"), holding: lock)
    let error = #expect(throws: StoreError.self) {
      try recorder.record(credentials: [
        sampleCredential("a"), sampleCredential("twice"), sampleCredential("twice"),
      ])
    }
    #expect(error?.kind == .refused)
    #expect(error?.description.contains("twice") == false)
    try recorder.record(credentials: [sampleCredential("a")])
    let stored = try recorder.finish(at: day(1), complete: true)
    #expect(try stored.credentials().map(\.change) == [.firstSeen])
    let again = #expect(throws: StoreError.self) {
      try store.begin(sampleRun("1"), holding: lock)
    }
    #expect(again?.kind == .refused, "an id is a run's own")
  }

  @Test("what a refused batch said first is written again by the next one that says it")
  func refusedTexts() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let recorder = try store.begin(
      sampleRun("1"), holding: try RunLock(database: scratch.path()))
    let first = sampleCredential("a", .critical, code: "first", roles: ["First.Read"])
    #expect(throws: StoreError.self) { try recorder.record(credentials: [first, first]) }
    try recorder.record(credentials: [
      sampleCredential("b", .warning, code: "second", roles: ["Second.Read"]), first,
    ])
    let stored = try recorder.finish(at: day(1), complete: true).credentials()
    #expect(stored.map(\.findings.first?.code) == ["first", "second"])
    #expect(stored.map(\.roles) == [["First.Read"], ["Second.Read"]])
  }

  @Test("two ways to write an accent are kept apart within a batch")
  func accents() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let recorder = try store.begin(
      sampleRun("1"), holding: try RunLock(database: scratch.path()))
    try recorder.record(credentials: [
      sampleCredential("a", roles: ["Caf\u{E9}"]), sampleCredential("b", roles: ["Cafe\u{301}"]),
    ])
    let stored = try recorder.finish(at: day(1), complete: true).credentials()
    let roles = try stored.map { Array(try #require($0.roles?.first).utf8) }
    #expect(roles == [Array("Caf\u{E9}".utf8), Array("Cafe\u{301}".utf8)])
  }

  @Test("somebody else's long transaction is waited for, and then named")
  func busy() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let recorder = try store.begin(
      sampleRun("1"), holding: try RunLock(database: scratch.path()))
    try store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA busy_timeout = 1") }
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: scratch.path(), configuration: configuration)
    try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
    let error = #expect(throws: StoreError.self) {
      try recorder.record(credentials: [sampleCredential()])
    }
    #expect(error?.kind == .busy)
    try other.inDatabase { try $0.execute(sql: "COMMIT") }
    try recorder.record(credentials: [sampleCredential()])
    #expect(try recorder.finish(at: day(1), complete: true).summary().credentials.total == 1)
  }

  @Test("what was found is recorded although the task is being cancelled")
  func cancelled() async throws {
    let scratch = try Scratch()
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      let recorder = try scratch.open().begin(
        sampleRun("1"), holding: try RunLock(database: scratch.path()))
      try recorder.record(credentials: [sampleCredential()])
      return try recorder.finish(at: day(1), complete: false).credentials().count
    }
    #expect(try await task.value == 1)
  }

  @Test("a word of a later version is named as such")
  func unknownWord() throws {
    let scratch = try Scratch()
    try scratch.record("1", credentials: [sampleCredential()])
    try scratch.meddle("UPDATE diagnosis SET check_id = 'directory.unheard'")
    let error = #expect(throws: StoreError.self) {
      try scratch.open().newestRun()?.credentials()
    }
    #expect(error?.kind == .unknownWord)
  }
}
