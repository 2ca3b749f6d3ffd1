@testable import AuditStore
import CredentialAudit
import Dispatch
import Foundation
import GRDB
import Testing

@Suite struct OpeningTests {
  private func kind(_ path: String) -> StoreError.Kind? {
    do {
      _ = try AuditStore(path: path)
      return nil
    } catch {
      #expect(error.description.contains("'\(path)'"), "names the file")
      #expect(!error.hint.isEmpty && !error.message.contains("SELECT"))
      return error.kind
    }
  }

  @Test("what is not there, no file or nobody's to write is refused by name")
  func refusedPlaces() throws {
    let scratch = try Scratch()
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("dangling"), withDestinationPath: scratch.path("nowhere"))
    #expect(mkfifo(scratch.path("pipe"), 0o600) == 0)
    try Data("x".utf8).write(to: URL(fileURLWithPath: scratch.path("file")))
    #expect(kind(scratch.path("no/such/folder.sqlite")) == .folderMissing)
    #expect(kind(scratch.path("missing/")) == .folderMissing)
    #expect(kind(scratch.path("file/in.sqlite")) == .folderMissing)
    #expect(kind(scratch.folder) == .cannotOpen)
    #expect(kind(scratch.path("dangling")) == .cannotOpen)
    #expect(kind(scratch.path("pipe")) == .cannotOpen)
    #expect(kind("/dev/null") == .cannotOpen)
    #expect(kind("") == .cannotOpen)
    // Not even root may make a file there.
    #expect([.permission, .readOnly].contains(kind("/sys/credaudit.sqlite")))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("nowhere")))
  }

  @Test(
    "a folder or file that this user may not write is said to be so", .enabled(if: geteuid() != 0))
  func permissions() throws {
    let scratch = try Scratch()
    try scratch.record("1")
    chmod(scratch.path(), 0o400)
    #expect(kind(scratch.path()) == .permission)
    chmod(scratch.path(), 0o600)
    chmod(scratch.folder, 0o500)
    defer { chmod(scratch.folder, 0o700) }
    #expect(kind(scratch.path()) == .permission)
    #expect(kind(scratch.path("new.sqlite")) == .permission)
    #expect(throws: RunLock.Failure.self) { try RunLock(database: scratch.path("new.sqlite")) }
  }

  @Test(
    "a file that is no database is left as it was",
    arguments: [Data("no".utf8), Data(String(repeating: "version: 1\n", count: 2000).utf8)])
  func foreignFile(bytes: Data) throws {
    let scratch = try Scratch()
    let file = URL(fileURLWithPath: scratch.path())
    try bytes.write(to: file)
    #expect(kind(scratch.path()) == .notADatabase)
    #expect(try Data(contentsOf: file) == bytes)
  }

  @Test("another program's database is left as it was")
  func foreignDatabase() throws {
    let scratch = try Scratch()
    try scratch.meddle("CREATE TABLE bookmarks (url TEXT)")
    let before = try Data(contentsOf: URL(fileURLWithPath: scratch.path()))
    #expect(kind(scratch.path()) == .notADatabase)
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path())) == before)
  }

  @Test("a newer database is refused with both versions named, and left as it was")
  func newerSchema() throws {
    let scratch = try Scratch()
    try scratch.record("1")
    try scratch.meddle("PRAGMA user_version = 99")
    let before = try Data(contentsOf: URL(fileURLWithPath: scratch.path()))
    #expect(kind(scratch.path()) == .newerSchema(found: 99, known: SchemaVersion.known))
    #expect(throws: StoreError.self) { try scratch.open() }
    #expect(
      StoreError(.newerSchema(found: 99, known: 1), path: "h").message
        == "database 'h' was written with schema 99, and this version knows schemas up to 1")
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path())) == before)
  }

  // Under the umask that the tests were started with: it is the whole process's, and a test that
  // changed it would change what others see.
  @Test("database, write-ahead log and lock are the user's alone")
  func modes() throws {
    let scratch = try Scratch()
    let lock = try RunLock(database: scratch.path())
    let store = try scratch.open()
    let recorder = try store.begin(sampleRun("1"), holding: lock)
    try recorder.record(credentials: [sampleCredential()])
    for suffix in ["", "-wal", "-shm", ".lock"] {
      #expect(try scratch.mode("history.sqlite" + suffix) == 0o600, "\(suffix)")
    }
  }

  @Test("many who open a new database at once all get the same one")
  func openedAtOnce() throws {
    for _ in 0..<5 {
      let scratch = try Scratch()
      DispatchQueue.concurrentPerform(iterations: 8) { _ in
        #expect(throws: Never.self) { try scratch.open().runs(limit: 1) }
      }
      try scratch.record("1", credentials: [sampleCredential()])
      #expect(try scratch.lines("SELECT count(*) FROM run") == ["1"])
    }
  }

  @Test("a database that others could read is taken from them")
  func tightened() throws {
    let scratch = try Scratch()
    try scratch.record("1")
    chmod(scratch.path(), 0o644)
    let store = try scratch.open()
    for suffix in ["", "-wal", "-shm"] {
      #expect(try scratch.mode("history.sqlite" + suffix) == 0o600, "\(suffix)")
    }
    withExtendedLifetime(store) {}
  }

  @Test("by whatever name it is opened, it is one database with one lock")
  func links() throws {
    let scratch = try Scratch()
    try scratch.record("1")
    try FileManager.default.createDirectory(
      atPath: scratch.path("sub"), withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("sub/link"), withDestinationPath: "../history.sqlite")
    let store = try scratch.open("sub/link")
    #expect(try store.newestRun()?.run.id == "1")
    let lock = try RunLock(database: scratch.path())
    #expect(throws: RunLock.Failure.self) { try RunLock(database: scratch.path("sub/link")) }
    try store.begin(sampleRun("2"), holding: lock).finish(at: day(1), complete: true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path("sub")) == ["link"])
  }

  @Test("every connection keeps to the settings that keep the data")
  func settings() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    let values = try store.pool.writeWithoutTransaction { db in
      try ["synchronous", "foreign_keys", "trusted_schema", "journal_mode"].map {
        try String.fetchOne(db, sql: "PRAGMA \($0)")
      }
    }
    #expect(values == ["2", "1", "0", "wal"])
  }

  @Test("an empty database has no runs")
  func empty() throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    #expect(try store.newestRun() == nil)
    #expect(try store.run(id: "x") == nil)
    #expect(try store.runs(limit: 10).isEmpty)
  }
}
