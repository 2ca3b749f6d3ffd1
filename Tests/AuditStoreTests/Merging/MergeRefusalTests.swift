import AuditStore
import CredentialAudit
import Foundation
import Testing

/// Files that cannot be merged: nothing is written, and the words say why.
@Suite struct MergeRefusalTests {
  private func refusal(_ estate: Estate, _ files: [String]) throws -> MergeRefusal? {
    do {
      try estate.merge(files)
      return nil
    } catch let refusal as MergeRefusal {
      return refusal
    }
  }

  private func kind(_ refusal: MergeRefusal?) -> StoreError.Kind? {
    guard case .unusable(let error) = refusal?.reason else { return nil }
    return error.kind
  }

  @Test("A file of another program, an empty one, none, a folder and a pipe are refused")
  func foreign() throws {
    let estate = try Estate()
    let scratch = estate.scratch
    try estate.whole("good", night: 0)
    try Data("hello".utf8).write(to: URL(filePath: scratch.path("text")))
    try Data().write(to: URL(filePath: scratch.path("empty")))
    try scratch.meddle("CREATE TABLE t (a)", in: "foreign")
    try FileManager.default.createDirectory(
      atPath: scratch.path("folder"), withIntermediateDirectories: false)
    mkfifo(scratch.path("pipe"), 0o600)
    for (file, expected) in [
      ("text", StoreError.Kind.notADatabase), ("empty", .notADatabase),
      ("foreign", .notADatabase), ("none", .cannotOpen), ("folder", .cannotOpen),
      ("pipe", .cannotOpen),
    ] {
      let refusal = try refusal(estate, ["good", file])
      #expect(kind(refusal) == expected, "\(file)")
      #expect(refusal?.path == scratch.path(file))
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.path("merged")))
  }

  @Test("A later version's is refused with both versions, before anything is written")
  func newer() throws {
    let estate = try Estate()
    try estate.whole("good", night: 0)
    try estate.whole("later", night: 1)
    try estate.scratch.meddle("PRAGMA user_version = 99", in: "later")
    let refusal = try refusal(estate, ["good", "later"])
    #expect(kind(refusal) == .newerSchema(found: 99, known: 3))
    #expect(!FileManager.default.fileExists(atPath: estate.scratch.path("merged")))
  }

  @Test("The database itself is none of the files, by whichever name")
  func itself() throws {
    let estate = try Estate()
    try estate.whole("merged", night: 0)
    let link = estate.scratch.path("link")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: estate.scratch.path("merged"))
    #expect(try refusal(estate, ["link"])?.reason == .isTarget)
  }

  @Test("A damaged file leaves the database as it was, whatever came before it")
  func damaged() throws {
    let estate = try Estate()
    try estate.whole("good", night: 0)
    try estate.whole("merged", night: 5)
    for night in 0..<40 { try estate.whole("bad", night: night) }
    let place = URL(filePath: estate.scratch.path("bad"))
    var bytes = try Data(contentsOf: place)
    bytes.replaceSubrange(8_192..<bytes.count, with: Data(count: bytes.count - 8_192))
    try bytes.write(to: place)
    let before = try estate.dump()
    #expect(kind(try refusal(estate, ["good", "bad"])) == .corrupt)
    #expect(try estate.dump() == before)
  }

  @Test("While a run is under way on one of the files, nothing is merged")
  func underWay() throws {
    let estate = try Estate()
    try estate.whole("busy", night: 0)
    let lock = try RunLock(database: estate.scratch.path("busy"))
    #expect(throws: RunLock.Failure.self) { try estate.merge(["busy"]) }
    withExtendedLifetime(lock) {}
    #expect(!FileManager.default.fileExists(atPath: estate.scratch.path("merged")))
  }

  @Test("What a merge that was killed left behind is in nobody's way")
  func leftover() throws {
    let estate = try Estate()
    try estate.whole("good", night: 0)
    let folder = estate.scratch.path("merged.merge")
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false)
    try Data("rest".utf8).write(to: URL(filePath: folder + "/0.sqlite-wal"))
    #expect(try estate.merge(["good"]).files.map(\.taken) == [1])
    #expect(!FileManager.default.fileExists(atPath: folder))
  }
}
