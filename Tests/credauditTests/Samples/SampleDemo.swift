import CredentialAudit
import Foundation
import Synchronization
import Testing

@testable import credaudit

/// The demo as of a fixed night, and what it wrote.
struct SampleDemo {
  /// The reports by their names, and `summary.txt`, which is standard output.
  let files: [String: String]

  /// When it is: the day that the demo's inventory is written for.
  private static let night = Date(timeIntervalSince1970: 1_795_316_400)  // 2026-11-22T03:00:00Z
  /// The folder, relative to the project's, because reports name the files that they are about.
  private static let folder = "reports/sample-run"

  private static let machine = LocalMachine(
    system: { "Debian GNU/Linux 12" }, processors: { 2 },
    room: { _ in DiskRoom(bytes: 40_000_000_000, files: 2_000_000) }, allowOpenFiles: { $0 })

  /// The project's folder, where the tests have to run.
  static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  static func make() async throws -> SampleDemo {
    try #require(
      FileManager.default.currentDirectoryPath == project, "run the tests in the project's folder")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let said = HeardConsole()
    let runs = Atomic<UInt8>(0)
    let surroundings = Surroundings(
      environment: ["PATH": "/usr/bin:/bin"], time: StandingTime(now: night), console: said.console,
      makeID: {
        let number = runs.add(1, ordering: .relaxed).newValue
        return UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, number))
      }, interruption: Interruption(), fileExists: { _ in false }, machine: machine)
    let status = await Surroundings.$current.withValue(surroundings) {
      await CredAudit.run(["demo", "--reports", folder])
    }
    try #require(status == .clean, "\(said.error)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    var files = ["summary.txt": said.output]
    for name in names where name != "inventory" && !name.hasPrefix("credaudit.sqlite") {
      files[name] = try text(ofFile: folder + "/" + name)
    }
    let chance = try ChanceMarks(
      report: files["report.json", default: ""], said: said.error)
    return SampleDemo(files: files.mapValues(chance.settled))
  }

  /// All of a file: Foundation's own reading takes the byte order mark for no part of the text.
  static func text(ofFile path: String) throws -> String {
    let bytes = try Data(contentsOf: URL(filePath: path))
    return try #require(String(validating: bytes, as: UTF8.self), "\(path) is no UTF-8")
  }
}
