import AuditReports
import CredentialAudit
import Foundation
import TestSupport
import Testing

@Suite("The file for metrics")
struct MetricsFileTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/metrics-\(UUID().uuidString)"

  private var file: MetricsFile { MetricsFile(path: folder + "/credaudit.prom") }

  private func inFolder(mode: Int = 0o755, _ body: () throws -> Void) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: mode])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body()
  }

  private static func run(_ scope: RunScope = RunScope(), offline: Bool = false) -> MemoryRun {
    MemoryRun(run: SampleRun.facts(offline: offline, scope: scope))
  }

  @Test("It is there whole, alone, and readable by all whatever the umask says")
  func mode() throws {
    try inFolder {
      let before = umask(0o077)
      defer { umask(before) }
      try file.prepare()
      #expect(try file.write(SampleRun.whole) == [file.path])
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      #expect(attributes[.posixPermissions] as? Int == 0o644)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["credaudit.prom"])
      let bytes = try Data(contentsOf: URL(filePath: file.path))
      #expect(try Array(bytes) == Output.prom.bytes(of: SampleRun.whole))
    }
  }

  @Test("A run that breaks half-way leaves the older file as it was")
  func broken() throws {
    try inFolder {
      try file.write(SampleRun.whole)
      let old = FileManager.default.contents(atPath: file.path)
      var run = SampleRun.whole
      run.breaksAfter = 7
      #expect(throws: ReportError.self) { try file.write(run) }
      #expect(FileManager.default.contents(atPath: file.path) == old)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["credaudit.prom"])
    }
  }

  @Test("A folder that is not there is an error, and none is made")
  func noFolder() throws {
    let error = #expect(throws: ReportError.self) { try file.prepare() }
    #expect(error?.path == folder)
    #expect(error?.hint == "make that folder, or name another file with --metrics-file")
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test(
    "What is no plain file is not replaced",
    arguments: ["/dev/null", "/dev/stdout", "/tmp", "pipe", "link", "link-to-nothing"])
  func noFile(_ path: String) throws {
    try inFolder {
      let path = path.hasPrefix("/") ? path : "\(folder)/\(path)"
      if path.hasSuffix("pipe") { #expect(mkfifo(path, 0o600) == 0) }
      if path.contains("link") {
        try Data().write(to: URL(filePath: folder + "/plain"))
        let target = path.hasSuffix("nothing") ? "/nowhere" : "plain"
        #expect(symlink(target, path) == 0)
      }
      let error = #expect(throws: ReportError.self) { try MetricsFile(path: path).prepare() }
      #expect(error?.message.contains(path) == true)
      #expect(error?.hint == "name another file with --metrics-file")
    }
  }

  @Test("What goes wrong at the end says what can still be done")
  func failure() throws {
    try inFolder {
      try FileManager.default.createDirectory(atPath: file.path, withIntermediateDirectories: false)
      let error = #expect(throws: ReportError.self) { try file.write(SampleRun.whole) }
      #expect(error?.hint.contains("--metrics-file") == true)
      #expect(error?.hint.contains("'credaudit report --formats prom'") == true)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["credaudit.prom"])
    }
  }

  /// Nothing is closed to root.
  @Test("A folder that nothing can be made in is found out first", .enabled(if: geteuid() != 0))
  func closedFolder() throws {
    try inFolder(mode: 0o500) {
      let error = #expect(throws: ReportError.self) { try file.prepare() }
      #expect(error?.hint.contains("let this user write there") == true)
    }
  }

  static let part = RunScope(tenants: ["conto*"])

  @Test("A run over a part does not replace a file that is about more, or about another part")
  func narrower() throws {
    try inFolder {
      #expect(file.otherScope(than: Self.part, isOffline: false) == nil)
      try file.write(Self.run())
      #expect(file.otherScope(than: Self.part, isOffline: false) == "the whole inventory")
      #expect(file.otherScope(than: RunScope(), isOffline: true) == "the whole inventory")
      #expect(file.otherScope(than: RunScope(), isOffline: false) == nil)

      try file.write(Self.run(Self.part))
      #expect(file.otherScope(than: Self.part, isOffline: false) == nil)
      #expect(file.otherScope(than: RunScope(), isOffline: false) == nil)
      #expect(file.otherScope(than: RunScope(tags: ["prod"]), isOffline: false) == "tenant conto*")
      #expect(file.otherScope(than: Self.part, isOffline: true) == "tenant conto*")

      try file.write(Self.run(offline: true))
      #expect(file.otherScope(than: RunScope(), isOffline: true) == nil)
      #expect(
        file.otherScope(than: Self.part, isOffline: false) == "the whole inventory; offline")
    }
  }

  @Test("The order in which filters are typed makes no other scope")
  func order() throws {
    try inFolder {
      try file.write(Self.run(RunScope(tenants: ["a", "b"])))
      #expect(file.otherScope(than: RunScope(tenants: ["b", "a"]), isOffline: false) == nil)
    }
  }

  @Test("A scope of many words is known again, and another that ends otherwise is not it")
  func longScope() throws {
    let many = (1...300).map { "customer-\($0).example" }
    try inFolder {
      try file.write(Self.run(RunScope(tenants: many)))
      #expect(file.otherScope(than: RunScope(tenants: many), isOffline: false) == nil)
      #expect(file.otherScope(than: RunScope(tenants: many), isOffline: true) != nil)
      #expect(file.otherScope(than: RunScope(tenants: many + ["z"]), isOffline: false) != nil)
    }
  }

  @Test(
    "A scope's own words cannot pass for another's", arguments: ["x\n# scope: y", "x\r# scope: y"])
  func hostileScope(_ glob: String) throws {
    try inFolder {
      try file.write(Self.run(RunScope(tenants: [glob])))
      #expect(file.otherScope(than: RunScope(tenants: ["y"]), isOffline: false) != nil)
      #expect(file.otherScope(than: RunScope(tenants: [glob]), isOffline: false) == nil)
    }
  }

  @Test(
    "A file that is not ours, empty or damaged is replaced",
    arguments: ["", "\n", "# HELP x y\nx 1\n", "\u{0}\u{0}", "# scope"])
  func foreign(_ text: String) throws {
    try inFolder {
      try Data(text.utf8).write(to: URL(filePath: file.path))
      #expect(file.otherScope(than: Self.part, isOffline: false) == nil)
    }
  }
}
