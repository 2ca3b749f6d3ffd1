import Foundation
import Testing

@testable import EntraIdentity

@Suite("What is no cache file is told, and not overwritten", .timeLimit(.minutes(10)))
struct UnifiedCacheProblemTests {
  /// Asks for a token, saves and removes one; all of it has to fail alike and leave the file alone.
  private func expect(
    _ code: UnifiedCacheProblem.Code, of folder: CacheFolder,
    loads: Bool = false, _ location: SourceLocation = #_sourceLocation
  ) async throws {
    let file = folder.file(timeout: .milliseconds(50))
    if !loads {
      let problem = await #expect(throws: UnifiedCacheProblem.self, sourceLocation: location) {
        try await file.load(CacheFolder.partition)
      }
      #expect(problem?.code == code, sourceLocation: location)
      #expect(problem?.path == folder.path, sourceLocation: location)
    }
    let problem = await #expect(throws: UnifiedCacheProblem.self, sourceLocation: location) {
      try await file.save(CacheFolder.record("new-token"), in: CacheFolder.partition)
    }
    #expect(problem?.code == code, sourceLocation: location)
    for text in ["\(try #require(problem))", String(reflecting: try #require(problem))] {
      #expect(!text.contains("from-msal") && !text.contains("new-token"), sourceLocation: location)
    }
    #expect(problem?.description.contains(folder.path) == true, sourceLocation: location)
    #expect(problem?.fix.isEmpty == false, sourceLocation: location)
    #expect(try !folder.names().contains("tokens.json.new"), sourceLocation: location)
  }

  @Test(
    "because it is not JSON",
    arguments: [
      "from-msal", "{", "{}}", "{} x", "\n", "{\"AccessToken\": {\"k\": {\"secret\": \"from-msal\"",
      "{'AccessToken': {}}", "{\"a\": NaN}", "{\"a\": Infinity}", "{\"a\": 1e999}", "{\"a\": 01}",
      "{\"a\": \"\u{1}\"}", "\0",
      "{\"a\": " + String(repeating: "[", count: 100_000),
      "{\"a\": " + String(repeating: "[", count: 99) + String(repeating: "]", count: 99) + "}",
      String(CacheFolder.cache().dropLast()),
    ])
  func notJSON(text: String) async throws {
    let folder = try CacheFolder(text)
    try await expect(.notJSON, of: folder)
    #expect(try folder.text() == text)
  }

  @Test("because its text is not UTF-8")
  func notUTF8() async throws {
    let folder = try CacheFolder()
    let bytes = Data([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D])
    try bytes.write(to: URL(filePath: folder.path))
    try await expect(.notJSON, of: folder)
    #expect(try Data(contentsOf: URL(filePath: folder.path)) == bytes)
  }

  @Test(
    "because it is other JSON",
    arguments: [
      "null", "[]", "42", "\"from-msal\"", "true", "[{\"AccessToken\": {}}]",
      #"{"AccessToken": []}"#, #"{"AccessToken": null}"#, #"{"AccessToken": "from-msal"}"#,
      #"{"RefreshToken": 1}"#, #"{"IdToken": []}"#, #"{"Account": false}"#,
      #"{"AppMetadata": "from-msal"}"#,
    ])
  func notACache(text: String) async throws {
    let folder = try CacheFolder(text)
    try await expect(.notACache, of: folder)
    #expect(try folder.text() == text)
  }

  @Test("because it is larger than any cache")
  func tooLarge() async throws {
    let folder = try CacheFolder(CacheFolder.cache())
    // A file with a hole takes no room.
    #expect(truncate(folder.path, off_t(PrivateFile.maximumSize) + 1) == 0)
    try await expect(.tooLarge, of: folder)
    let size: NSNumber? = try folder.attribute(.size)
    #expect(size?.intValue == PrivateFile.maximumSize + 1)
  }

  @Test("because it is a folder")
  func directory() async throws {
    let folder = try CacheFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path, withIntermediateDirectories: false)
    try await expect(.notAFile, of: folder)
  }

  @Test("because it is a pipe, for which nobody waits")
  func pipe() async throws {
    let folder = try CacheFolder()
    #expect(mkfifo(folder.path, 0o600) == 0)
    try await expect(.notAFile, of: folder)
  }

  @Test("because it is a link, wherever that leads", arguments: ["victim", "nowhere"])
  func link(target: String) async throws {
    let folder = try CacheFolder(CacheFolder.cache())
    #expect(rename(folder.path, folder.folder + "/victim") == 0)
    #expect(symlink(target, folder.path) == 0)
    try await expect(.symbolicLink, of: folder)
    let victim = try String(contentsOfFile: folder.folder + "/victim", encoding: .utf8)
    #expect(victim == CacheFolder.cache())
    #expect(try !folder.names().contains("nowhere"))
  }

  @Test(
    "because it belongs to somebody else",
    arguments: [
      (1000, 1000, true), (0, 1000, true), (1001, 1000, false), (1001, 0, true),
    ] as [(UInt32, UInt32, Bool)])
  func owner(owner: UInt32, user: UInt32, isTrusted: Bool) {
    #expect(PrivateFile.trusts(owner: owner, user: user) == isTrusted)
  }

  @Test("because its folder is not there")
  func noFolder() async throws {
    let folder = try CacheFolder()
    try FileManager.default.removeItem(atPath: folder.folder)
    let file = folder.file()
    #expect(try await file.load(CacheFolder.partition).isEmpty)
    let problem = await #expect(throws: UnifiedCacheProblem.self) {
      try await file.save(CacheFolder.record("t"), in: CacheFolder.partition)
    }
    #expect(problem?.code == .unwritable)
    #expect(!FileManager.default.fileExists(atPath: folder.folder))
  }

  @Test("because this user may not read it", .enabled(if: geteuid() != 0, "root may read all"))
  func unreadable() async throws {
    let folder = try CacheFolder(CacheFolder.cache())
    #expect(chmod(folder.path, 0) == 0)
    try await expect(.unreadable, of: folder)
  }

  @Test("because there is no place to write, which leaves the file as it was")
  func noPlace() async throws {
    let folder = try CacheFolder(CacheFolder.cache())
    try FileManager.default.createDirectory(
      atPath: folder.path + ".new/full", withIntermediateDirectories: true)
    let file = folder.file()
    for _ in 0..<2 {
      let problem = await #expect(throws: UnifiedCacheProblem.self) {
        try await file.save(CacheFolder.record("t"), in: CacheFolder.partition)
      }
      #expect(problem?.code == .unwritable)
      // What was not written is not remembered as if it had been.
      #expect(try await file.secrets() == ["from-msal"])
    }
    #expect(try folder.text() == CacheFolder.cache())
  }

  @Test("and once it was moved away, an empty one is begun")
  func mended() async throws {
    let folder = try CacheFolder("from-msal")
    let file = folder.file()
    await #expect(throws: UnifiedCacheProblem.self) { try await file.load(CacheFolder.partition) }
    try FileManager.default.removeItem(atPath: folder.path)
    #expect(try await file.load(CacheFolder.partition).isEmpty)
    try await file.save(CacheFolder.record("t"), in: CacheFolder.partition)
    #expect(try await file.secrets() == ["t"])
  }

  @Test(
    "every problem says what it is and what to do", arguments: UnifiedCacheProblem.Code.allCases)
  func words(code: UnifiedCacheProblem.Code) {
    let problem = UnifiedCacheProblem(code, path: "/a\u{1B}[31m/b", detail: "why")
    #expect(problem.summary.hasSuffix(" (why)."))
    #expect(problem.fix.hasSuffix("."))
    #expect(!problem.description.contains("\u{1B}"))
  }
}
