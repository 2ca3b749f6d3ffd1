@testable import AuditReports
import Foundation
import TestSupport
import Testing

/// What a killed run leaves half written goes with the next one; what somebody is writing stays.
@Suite("Sweeping what was left half written")
struct PartialSweepTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "sweep-\(UUID().uuidString)").path()

  private func inFolder(_ body: () throws -> Void) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body()
  }

  private func make(_ name: String) throws {
    try Data("half".utf8).write(to: URL(filePath: folder + "/" + name))
  }

  private func entries() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test("What is left of each format is gone before there is anything to write, and before writing")
  func sweeps() throws {
    try inFolder {
      let writer = ReportWriter(folder: folder)
      for format in ReportFormat.allCases { try make(".\(format.fileName).1y2p0ij32e8e7.partial") }
      try writer.prepare()
      #expect(try entries() == [])
      try make(".report.json.0.partial")
      try writer.write(SampleRun.whole, formats: [.md])
      #expect(try entries() == ["report.md"])
    }
  }

  @Test("What is left of the metrics' file is gone, and what is left of the reports is not its")
  func metrics() throws {
    try inFolder {
      try make(".night.prom.abc123.partial")
      try make(".report.json.abc123.partial")
      try MetricsFile(path: folder + "/night.prom").prepare()
      #expect(try entries() == [".report.json.abc123.partial"])
    }
  }

  @Test(
    "Names that are not ours stay",
    arguments: [
      "report.json.abc.partial", ".report.json.partial", ".report.json..partial",
      ".report.json.a b.partial", ".report.json.abc.partial~", ".notes.txt.abc.partial",
      ".report.json.zzzzzzzzzzzzzzzz.partial", ".report.json.abc", "report.json",
    ])
  func strangers(_ name: String) throws {
    try inFolder {
      try make(name)
      try ReportWriter(folder: folder).prepare()
      #expect(try entries() == [name])
    }
  }

  @Test("What is no plain file stays, and a pipe is not waited for")
  func noFiles() throws {
    try inFolder {
      let names = (0..<3).map { ".report.json.\($0).partial" }
      #expect(mkfifo(folder + "/" + names[0], 0o600) == 0)
      #expect(mkdir(folder + "/" + names[1], 0o700) == 0)
      try make("precious")
      #expect(symlink("precious", folder + "/" + names[2]) == 0)
      try ReportWriter(folder: folder).prepare()
      #expect(try entries() == names + ["precious"])
    }
  }

  @Test("What somebody else is writing stays, and comes to its place")
  func underWay() throws {
    try inFolder {
      let writer = ReportWriter(folder: folder)
      let file = WholeFile(path: writer.path(of: .json), mode: 0o640)
      try file.write { sink in
        try sink(Array("first ".utf8))
        try writer.prepare()
        try sink(Array("second".utf8))
        #expect(try entries().count == 1)
      }
      #expect(try entries() == ["report.json"])
      let text = try String(contentsOfFile: writer.path(of: .json), encoding: .utf8)
      #expect(text == "first second")
    }
  }

  @Test("A file that is locked stays until its lock is gone")
  func locked() throws {
    try inFolder {
      let name = ".report.json.abc.partial"
      try make(name)
      let descriptor = open(folder + "/" + name, O_RDONLY | O_CLOEXEC)
      #expect(flock(descriptor, LOCK_SH) == 0)
      try ReportWriter(folder: folder).prepare()
      #expect(try entries() == [name])
      // A child that another test is starting has a copy of the descriptor for a moment.
      flock(descriptor, LOCK_UN)
      close(descriptor)
      try ReportWriter(folder: folder).prepare()
      #expect(try entries() == [])
    }
  }
}
