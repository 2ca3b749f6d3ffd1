import EntraIdentity
import Foundation
import Testing

@Suite("A cache file is its user's alone") struct UnifiedCachePrivacyTests {
  @Test("from its creation on, and its lock too")
  func created() async throws {
    let folder = try CacheFolder()
    try await folder.file().save(CacheFolder.record("t"), in: CacheFolder.partition)
    #expect(try folder.mode() == 0o600)
    #expect(try folder.mode(of: folder.path + ".lock") == 0o600)
    #expect(try folder.names() == ["tokens.json", "tokens.json.lock"])
  }

  @Test("again once it is written, where others could read it", arguments: [0o644, 0o666, 0o400])
  func narrowed(mode: Int) async throws {
    let folder = try CacheFolder(CacheFolder.cache())
    #expect(chmod(folder.path, mode_t(mode)) == 0)
    #expect(try await folder.file().secrets() == ["from-msal"])
    #expect(try folder.mode() == mode)
    try await folder.file().save(
      CacheFolder.record("t", life: 7200), in: CacheFolder.partition)
    #expect(try folder.mode() == 0o600)
    #expect(try await folder.file().secrets() == ["from-msal", "t"])
  }

  @Test("also where a killed process left half a file behind")
  func leftOver() async throws {
    let folder = try CacheFolder(CacheFolder.cache())
    let temporary = folder.path + ".new"
    try Data(#"{"AccessToken": {"k": {"secret": "half"#.utf8).write(to: URL(filePath: temporary))
    #expect(chmod(temporary, 0o644) == 0)
    #expect(try await folder.file().secrets() == ["from-msal"])
    try await folder.file().save(
      CacheFolder.record("t", life: 7200), in: CacheFolder.partition)
    #expect(try await folder.file().secrets() == ["from-msal", "t"])
    #expect(try folder.names() == ["tokens.json", "tokens.json.lock"])
    #expect(try folder.mode() == 0o600)
  }

  @Test("also where somebody laid a link in the way", arguments: ["new", "lock"])
  func link(suffix: String) async throws {
    let folder = try CacheFolder()
    let victim = folder.folder + "/victim"
    try Data("precious".utf8).write(to: URL(filePath: victim))
    #expect(symlink(victim, folder.path + "." + suffix) == 0)
    if suffix == "lock" {
      let problem = await #expect(throws: UnifiedCacheProblem.self) {
        try await folder.file().save(CacheFolder.record("t"), in: CacheFolder.partition)
      }
      #expect(problem?.code == .unwritable)
    } else {
      try await folder.file().save(CacheFolder.record("t"), in: CacheFolder.partition)
      #expect(try await folder.file().secrets() == ["t"])
    }
    #expect(try String(contentsOfFile: victim, encoding: .utf8) == "precious")
  }

  @Test("and prints nothing of what it holds")
  func nothingPrinted() async throws {
    let folder = try CacheFolder(CacheFolder.cache())
    let file = folder.file()
    try await file.save(CacheFolder.record("our-secret"), in: CacheFolder.partition)
    let records = try await file.load(CacheFolder.partition)
    #expect(records.count == 2)
    var printed = "\(file) \(String(reflecting: file)) \(records)"
    dump(file, to: &printed)
    dump(records, to: &printed)
    for child in Mirror(reflecting: file).children { printed += "\(child)" }
    for secret in ["our-secret", "from-msal"] {
      #expect(!printed.contains(secret))
      #expect(!printed.contains(Array(secret.utf8).description.dropFirst().dropLast()))
    }
    #expect("\(file)".contains(folder.path))
  }
}
