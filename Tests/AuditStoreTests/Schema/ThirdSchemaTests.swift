import AuditStore
import CredentialAudit
import Foundation
import Testing

/// A database as this version leaves it, kept so that every later one can be held to it: a night that was
/// put together, one that lacks a part, and one by one process.
@Suite struct ThirdSchemaTests {
  private static func record(in estate: Estate) throws {
    try estate.parts(night: 0)
    try estate.merge(["part-1", "part-2", "part-3"])
    try estate.part(1, night: 1, notices: [RunNotice(code: "hint", message: "look here")])
    try estate.part(3, night: 1)
    try estate.whole("other", night: 2)
    try estate.merge(["part-1", "part-3", "other"])
  }

  @Test(
    "The kept database is written anew where that is asked for",
    .enabled(if: ProcessInfo.processInfo.environment["CREDAUDIT_FIXTURES"] != nil))
  func write() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["CREDAUDIT_FIXTURES"])
    let estate = try Estate()
    try Self.record(in: estate)
    let file = folder + "/schema-3.sqlite"
    try? FileManager.default.removeItem(atPath: file)
    try FileManager.default.copyItem(atPath: estate.scratch.path("merged"), toPath: file)
  }

  @Test("It is what a new database is")
  func schema() throws {
    let (kept, new) = (try Fixture.open("schema-3"), try Scratch())
    #expect(try kept.lines("PRAGMA user_version") == ["3"])
    _ = (try kept.open(), try new.open())
    let schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    #expect(try kept.lines(schema) == new.lines(schema))
  }

  @Test("What was put together is as it was, and the part that was missing still completes it")
  func completed() throws {
    let (kept, estate) = (try Fixture.open("schema-3"), try Estate())
    _ = try kept.open()
    try Self.record(in: estate)
    #expect(try Dump.lines(of: "history.sqlite", in: kept) == estate.dump())
    try FileManager.default.copyItem(
      atPath: kept.path(), toPath: estate.scratch.path("kept"))
    try estate.part(2, night: 1)
    for target in ["kept", "merged"] {
      #expect(try estate.merge(["part-2"], into: target).runs.map(\.complete) == [true])
    }
    #expect(try estate.dump("kept") == estate.dump())
  }
}
