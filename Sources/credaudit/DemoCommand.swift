import ArgumentParser
import AuditReports
import EntraIdentity
import EntraSimulator
import Foundation
import Synchronization

/// The main job against the built-in identity service, on loopback.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Starts the built-in identity service and audits config/demo against it.",
    discussion: """
      Everything stays on this machine. It is full of findings on purpose: exit code 0 says that the \
      audit found them. The night before is audited first, so that there are changes to report. Run \
      it in the folder of the sources, where config/demo is.
      """)

  @Option(
    name: .long, help: ArgumentHelp("The demo's inventory.", valueName: "file"),
    completion: .inventory)
  var inventory = "config/demo/inventory.yaml"

  @Option(
    name: .long, help: ArgumentHelp("The folder for reports.", valueName: "folder"),
    completion: .directory)
  var reports = "reports/demo"

  func run() async throws {
    let surroundings = Surroundings.current
    try DemoFolder.mayReplace(reports)
    let source = try DemoInventory(path: inventory)
    try ReportWriter(folder: reports).prepare()
    // Each demo mints its secrets anew: a history of them would be one of rotations that never were.
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: reports + "/credaudit.sqlite" + suffix)
    }
    let now = surroundings.time.now
    let folder = try DemoFolder(reports + "/inventory", now: now)
    let tonight = try DemoWorld(folder, now: now)
    try folder.write(source.text(of: .before, now: now), to: "inventory.yaml")
    let before = DemoNight(
      world: try DemoNightBefore(tonight, folder).simulated, folder: folder, reports: reports)
    let heard = Mutex("")
    let past = try await before.audit(
      in: surroundings.lastNight(before: now) { text in heard.withLock { $0 += text } })
    guard past == .findings else {
      surroundings.console.say(heard.withLock { $0 })
      throw past
    }
    try folder.write(source.text(of: .tonight, now: now), to: "inventory.yaml")
    let night = DemoNight(world: tonight.simulated, folder: folder, reports: reports)
    try finish(try await night.audit(in: surroundings), surroundings.console)
  }

  /// The demo is full of findings on purpose; it went well where the audit found them.
  private func finish(_ status: ExitStatus, _ console: Console) throws {
    guard status == .findings else { throw status }
    console.say(
      """
      open \(reports)/report.html in a browser; the history is \(reports)/credaudit.sqlite
      this audit would end with exit code \(status.rawValue): see 'credaudit --help'

      """)
  }
}

extension Surroundings {
  /// These surroundings as of the night before, which goes by at once; what it found is in the
  /// history, and what it says matters only where it did not come to its end.
  fileprivate func lastNight(
    before now: Date, saying hear: @escaping @Sendable (String) -> Void
  ) -> Surroundings {
    var past = self
    past.time = StandingTime(now: now.addingTimeInterval(-86_400))
    past.console = Console(output: { _ in }, error: { text in hear(text) })
    return past
  }
}
