import ArgumentParser
import EntraIdentity
import EntraSimulator
import Foundation

/// The main job against the built-in identity service, on loopback.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Starts the built-in identity service and audits config/demo against it.",
    discussion: """
      Everything stays on this machine. It is full of findings on purpose: exit code 0 says that the \
      audit found them. Run it in the folder of the sources, where config/demo is.
      """)

  @Option(name: .long, help: ArgumentHelp("The demo's inventory.", valueName: "file"))
  var inventory = "config/demo/inventory.yaml"

  @Option(name: .long, help: ArgumentHelp("The folder for reports.", valueName: "folder"))
  var reports = "reports/demo"

  func run() async throws {
    var surroundings = Surroundings.current
    try DemoFolder.mayReplace(reports)
    // Each demo mints its secrets anew: a history of them would be one of rotations that never were.
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: reports + "/credaudit.sqlite" + suffix)
    }
    let folder = try DemoFolder(reports + "/inventory", now: surroundings.time.now)
    try folder.copyInventory(from: inventory)
    let time = surroundings.time
    let simulator = try await Simulator.start(
      try DemoWorld(folder, now: time.now).simulated, clock: { time.now })
    try folder.write(simulator.caPEM, to: "ca.pem")
    surroundings.console.say(
      "the built-in identity service listens on 127.0.0.1:\(simulator.tlsPort), "
        + "reached by the proxy \(simulator.proxyURL)\n")
    // Real host names, by the way that users behind a company's proxy go.
    surroundings.environment["HTTPS_PROXY"] = simulator.proxyURL
    surroundings.environment["https_proxy"] = simulator.proxyURL
    surroundings.environment["NO_PROXY"] = ""
    surroundings.environment["no_proxy"] = ""
    surroundings.environment["SSL_CERT_FILE"] = folder.file("ca.pem")
    // Here the built-in service's authority stands for the public ones that sign real login hosts.
    surroundings.machine.roots = MachineRoots(files: [folder.file("ca.pem")])
    let status = await Surroundings.$current.withValue(surroundings) {
      await CredAudit.run([
        "audit", "--inventory", folder.file("inventory.yaml"), "--reports", reports, "--database",
        reports + "/credaudit.sqlite",
      ])
    }
    await simulator.stop()
    try finish(status, surroundings.console)
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
