import AuditReports
import CredentialAudit
import Foundation
import TestSupport
import Testing

@Suite("Writing reports")
struct ReportWriterTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "reports-\(UUID().uuidString)")

  private func entries() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
  }

  @Test("Each format's file is there, readable by owner and group, report.json last")
  func writesAll() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    // A umask that would take the group's right away.
    let before = umask(0o077)
    defer { umask(before) }
    let paths = try ReportWriter(folder: folder.path()).write(SampleRun.whole)
    #expect(paths.last?.hasSuffix("report.json") == true)
    #expect(try entries() == ReportFormat.allCases.map(\.fileName).sorted())
    for path in paths {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o640)
    }
  }

  @Test("Only the formats that were asked for are written, and an old file is replaced whole")
  func replaces() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let writer = ReportWriter(folder: folder.path())
    try writer.write(SampleRun.whole, formats: [.json])
    let empty = MemoryRun(run: SampleRun.facts())
    try writer.write(empty, formats: [.json])
    #expect(try entries() == ["report.json"])
    let bytes = try Data(contentsOf: URL(filePath: writer.path(of: .json)))
    #expect(try Array(bytes) == Output.json.bytes(of: empty))
  }

  @Test(
    "A run that breaks half-way leaves the older files as they were, and nothing beside them",
    arguments: ReportFormat.allCases)
  func brokenRunLeavesOldFile(format: ReportFormat) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let writer = ReportWriter(folder: folder.path())
    try writer.write(SampleRun.whole, formats: [format])
    let old = try Data(contentsOf: URL(filePath: writer.path(of: format)))
    var broken = SampleRun.whole
    broken.breaksAfter = 7
    let error = #expect(throws: ReportError.self) { try writer.write(broken, formats: [format]) }
    #expect(error?.path == writer.path(of: format))
    #expect(try entries() == [format.fileName])
    #expect(try Data(contentsOf: URL(filePath: writer.path(of: format))) == old)
  }

  @Test(
    "A run whose sums cannot be read leaves the older files as they were, and nothing beside them",
    arguments: [[ReportFormat.html], [.sarif], [.html, .sarif, .json]])
  func uncountable(formats: [ReportFormat]) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let writer = ReportWriter(folder: folder.path())
    try writer.write(MemoryRun(run: SampleRun.facts()), formats: formats)
    let read = { try formats.map { try Data(contentsOf: URL(filePath: writer.path(of: $0))) } }
    let old = try read()
    var broken = SampleRun.whole
    broken.isCountable = false
    let error = #expect(throws: ReportError.self) { try writer.write(broken, formats: formats) }
    #expect(error?.path == formats.first.map(writer.path))
    #expect(try entries() == formats.map(\.fileName).sorted())
    #expect(try read() == old)
  }

  @Test(
    "Of several formats, those before the one that fails are new and those behind it are as they were"
  )
  func failsInTheMiddle() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let writer = ReportWriter(folder: folder.path())
    let empty = MemoryRun(run: SampleRun.facts())
    try writer.write(empty, formats: [.md, .json])
    try FileManager.default.createDirectory(
      atPath: writer.path(of: .csv), withIntermediateDirectories: true)
    let error = #expect(throws: ReportError.self) {
      try writer.write(SampleRun.whole, formats: [.md, .csv, .prom, .json])
    }
    #expect(error?.path == writer.path(of: .csv))
    #expect(try entries() == ["findings.csv", "report.json", "report.md"])
    let read = { try Array(Data(contentsOf: URL(filePath: writer.path(of: $0)))) }
    #expect(try read(.md) == Output.md.bytes(of: SampleRun.whole))
    #expect(try read(.json) == Output.json.bytes(of: empty))
  }

  @Test("Formats that are made together are each what they are alone")
  func togetherAsAlone() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    for run in [SampleRun.whole, SampleRun.large] {
      let writer = ReportWriter(folder: folder.path())
      try writer.write(run)
      for format in ReportFormat.allCases {
        var alone: [UInt8] = []
        try format.write(run: run) { alone += $0 }
        #expect(try Array(Data(contentsOf: URL(filePath: writer.path(of: format)))) == alone)
      }
    }
  }

  @Test("A folder in the file's place is an error that names it and leaves no partial file")
  func folderInTheWay() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let writer = ReportWriter(folder: folder.path())
    let place = writer.path(of: .json)
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let error = #expect(throws: ReportError.self) {
      try writer.write(SampleRun.whole, formats: [.json])
    }
    #expect(error?.message.contains(place) == true)
    #expect(error?.hint.contains("the run is kept") == true)
    #expect(try entries() == ["report.json"])
  }

  @Test("A file in the folder's place is an error that says so")
  func fileInTheFoldersPlace() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data().write(to: folder)
    for path in [folder.path(), folder.path() + "/below"] {
      let error = #expect(throws: ReportError.self) {
        try ReportWriter(folder: path).write(SampleRun.whole)
      }
      #expect(error?.path == path)
      #expect(error?.hint == "a part of that path is a file; name another folder with --reports")
    }
  }

  @Test("A folder is made ready before there is anything to write, or said to be none")
  func prepares() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let writer = ReportWriter(folder: folder.path())
    try writer.prepare()
    #expect(try entries() == [])
    try writer.write(SampleRun.whole, formats: [.json])
    try writer.prepare()
    #expect(try entries() == ["report.json"])
    let error = #expect(throws: ReportError.self) {
      try ReportWriter(folder: writer.path(of: .json)).prepare()
    }
    #expect(error?.message.contains(writer.path(of: .json)) == true)
  }

  /// Nothing is closed to root.
  @Test("A folder that nothing can be made in is found out first", .enabled(if: geteuid() != 0))
  func closedFolder() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o500])
    let error = #expect(throws: ReportError.self) {
      try ReportWriter(folder: folder.path()).prepare()
    }
    #expect(error?.message.contains("permission denied") == true)
    #expect(error?.hint.contains("--reports") == true)
  }

  @Test("A relative folder is taken from where one is, blanks and percent signs as they are")
  func relativeFolder() throws {
    let relative = ".build/reports 100%25 \(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: relative) }
    let paths = try ReportWriter(folder: relative + "/").write(SampleRun.whole, formats: [.json])
    #expect(paths == [relative + "/report.json"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: relative) == ["report.json"])
    #expect(ReportWriter(folder: "").path(of: .json) == "./report.json")
  }

  @Test("A link that was laid in the report's place is replaced, not written through")
  func linkIsReplaced() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let precious = folder.appending(path: "precious")
    try Data("as it was".utf8).write(to: precious)
    let writer = ReportWriter(folder: folder.path())
    try FileManager.default.createSymbolicLink(
      atPath: writer.path(of: .csv), withDestinationPath: precious.path())
    try writer.write(SampleRun.whole, formats: [.csv])
    #expect(try String(contentsOf: precious, encoding: .utf8) == "as it was")
  }

  /// For eyes and for other people's parsers: `CREDAUDIT_RENDER=folder`.
  @Test(
    "The sample run is written where CREDAUDIT_RENDER says",
    .enabled(if: ProcessInfo.processInfo.environment["CREDAUDIT_RENDER"] != nil))
  func render() throws {
    let target = try #require(ProcessInfo.processInfo.environment["CREDAUDIT_RENDER"])
    let paths = try ReportWriter(folder: target).write(SampleRun.whole)
    try ReportWriter(folder: target + "/large").write(SampleRun.large)
    for (name, style) in [("plain", Style.plain), ("coloured", Style(isOn: true))] {
      let text = try TerminalSummary(style: style).text(of: SampleRun.whole, reports: paths)
      try Data(text.utf8).write(to: URL(filePath: "\(target)/summary-\(name).txt"))
    }
  }
}
