import CredentialAudit
import EntraIdentity
import EntraSimulator
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import credaudit

/// A machine with a folder, a network and a clock, on which command lines are run. Whatever a run
/// leaves behind is searched for secrets.
final class Stage: Sendable {
  let folder: String
  private let service: Mutex<Simulator>
  let machine: MachineServer?
  let time: ManualTime
  let interruption = Interruption()
  /// Whether the disk behind standard output is full.
  let outputIsFull = Mutex(false)
  /// Variables that are no secrets and that change while the scenario plays.
  let settings = Mutex<[String: String]>([:])
  private let scenario: Scenario
  private let hook: RequestHook
  private let clock: @Sendable () -> Date

  init(_ scenario: Scenario) async throws {
    self.scenario = scenario
    let time = ManualTime(scenario.startsAt)
    let hook = RequestHook()
    self.time = time
    self.hook = hook
    folder = FileManager.default.temporaryDirectory.path + "/credaudit-\(UUID().uuidString)"
    let clock: @Sendable () -> Date = {
      hook.call()
      return time.now.addingTimeInterval(-scenario.auditor.clockIsAhead)
    }
    self.clock = clock
    let simulator = try await Simulator.start(scenario.world, clock: clock)
    service = Mutex(simulator)
    var machine = scenario.machine
    machine?.keyFolder = folder + "/keys"
    self.machine =
      if let machine { try await MachineServer.start(machine, clock: { time.now }) } else { nil }
    for path in [folder, folder + "/in", folder + "/out", folder + "/keys"] {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    try write(.open(simulator.caPEM), to: "in/ca.pem")
    try write(.open(simulator.companyCAPEM), to: "in/company-ca.pem")
    try write(.open(scenario.inventory), to: "in/inventory.yaml")
    for (name, file) in scenario.files { try write(file, to: "in/" + name) }
  }

  var simulator: Simulator { service.withLock(\.self) }

  /// From now on the world is another one: what somebody changed in it over the day.
  func change(_ world: SimulatedWorld) async throws {
    let next = try await Simulator.start(world, clock: clock)
    let last = service.withLock { service in
      defer { service = next }
      return service
    }
    await last.stop()
    try write(.open(next.caPEM), to: "in/ca.pem")
  }

  var inventory: String { folder + "/in/inventory.yaml" }
  var database: String { folder + "/out/credaudit.sqlite" }
  var reports: String { folder + "/out" }

  func write(_ file: Scenario.File, to name: String) throws {
    let path = folder + "/" + name
    try Data(file.bytes).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: file.mode], ofItemAtPath: path)
  }

  func contents(of name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: folder + "/" + name))
  }

  func text(of name: String) throws -> String {
    String(decoding: try contents(of: name), as: UTF8.self)
  }

  /// What to do when the service gets its next requests.
  func onRequest(_ body: @escaping @Sendable () -> Void) { hook.set(body) }

  func audit(
    _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Outcome {
    try await run(["audit"] + arguments, sourceLocation: sourceLocation)
  }

  /// Runs one command line; the usual files are added to commands that take them.
  func run(
    _ arguments: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Outcome {
    let said = HeardConsole(outputIsFull: outputIsFull.withLock(\.self))
    let (requests, connects, sleeps) = (
      simulator.requests.count, simulator.proxyRequests.count, time.slept.count
    )
    let asked = machine?.service.requests.count ?? 0
    try? FileManager.default.removeItem(atPath: reports + "/report.json")
    let status = await Surroundings.$current.withValue(surroundings(said.console)) {
      await CredAudit.run([arguments[0]] + usual(arguments[0]) + arguments.dropFirst())
    }
    let json = FileManager.default.contents(atPath: reports + "/report.json")
    let outcome = Outcome(
      status: status, output: said.output, error: said.error,
      report: try json.map { try ReportedRun(json: $0) },
      requests: Array(simulator.requests.dropFirst(requests)),
      platformRequests: Array((machine?.service.requests ?? []).dropFirst(asked)),
      connects: Array(simulator.proxyRequests.dropFirst(connects)),
      slept: Array(time.slept.dropFirst(sleeps)))
    var places = [("standard output", Data(outcome.output.utf8))]
    places.append(("standard error", Data(outcome.error.utf8)))
    places += try written()
    let leaks = LeakSearch(words: secretWords, blocks: secretBlocks, known: known).leaks(in: places)
    #expect(leaks == [], sourceLocation: sourceLocation)
    #expect(unexplained(outcome) == [], sourceLocation: sourceLocation)
    return outcome
  }

  func clear() async {
    await simulator.stop()
    await machine?.stop()
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func usual(_ command: String) -> [String] {
    let output = ["--database", database, "--reports", reports]
    switch command {
    case "audit": return ["--inventory", inventory] + output
    case "validate", "import": return ["--inventory", inventory]
    case "report": return output
    case "history", "diff", "expiring", "prune", "merge": return ["--database", database]
    default: return []
    }
  }

  private func surroundings(_ console: Console) -> Surroundings {
    var environment = [
      "HTTPS_PROXY": simulator.proxyURL, "SSL_CERT_FILE": folder + "/in/ca.pem", "NO_PROXY": "",
      "PATH": "/usr/bin:/bin",
      // Nobody listens there: no scenario may ask for the real machine's identity.
      "AZURE_POD_IDENTITY_AUTHORITY_HOST": "http://127.0.0.1:1",
    ]
    environment.merge(machine?.environment ?? [:]) { $1 }
    environment.merge(scenario.environment) { $1 }
    environment.merge(scenario.settings) { $1 }
    environment.merge(settings.withLock(\.self)) { $1 }
    return Surroundings(
      environment: environment, time: time, console: console, interruption: interruption,
      fileExists: { _ in false }, arcKeys: ArcKeyFolder(path: folder + "/keys"),
      machine: scenario.auditor.machine(trusting: folder + "/in/ca.pem"))
  }

  /// Every file that runs wrote.
  private func written() throws -> [(String, Data)] {
    try FileManager.default.subpathsOfDirectory(atPath: reports).sorted().compactMap { name in
      FileManager.default.contents(atPath: reports + "/" + name).map { (name, $0) }
    }
  }

  private var secretWords: [String] {
    Array(scenario.environment.values)
      + scenario.files.values.filter(\.isSecret).map { file in
        String(decoding: file.bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
      }.filter { $0.utf8.count <= 256 } + secretsSeen.filter { $0.utf8.count <= 256 }
  }

  /// What assertions and tokens hold and everybody may know: a server that repeats a form in Base64
  /// shows these as an assertion has them.
  private var known: [String] {
    // In a form an ampersand follows, of which Base64's next letter holds the first bits; they are
    // those of the quotation mark that follows in JSON.
    [Contoso.client + "&", Contoso.id, Contoso.authority + "/oauth2/v2.0/token"]
  }

  /// Tokens, assertions and keys: what is long, and of which no part may be seen.
  private var secretBlocks: [[UInt8]] {
    scenario.files.values.filter { $0.isSecret && $0.bytes.count > 256 }.map(\.bytes)
      + secretsSeen.filter { $0.utf8.count > 256 }.map { Array($0.utf8) }
  }

  /// What passed at the service and at the platform: its header, its keys and its tokens too.
  private var secretsSeen: [String] {
    simulator.secretsSeen + (machine?.service.secretsSeen ?? [])
  }

  /// Whatever is wrong has a cause and a fix, and `explain` knows its code.
  private func unexplained(_ outcome: Outcome) -> [String] {
    (outcome.report?.allFindings ?? []).filter { $0.verdict != .pass }.compactMap { finding in
      let isExplained =
        Explanation(finding.code) != nil || finding.code.hasPrefix("AADSTS")
        || finding.code.hasPrefix("AADB2C") || finding.evidence["error"] == finding.code
      return finding.cause == nil || finding.fix == nil || !isExplained
        ? "\(finding.check.rawValue) \(finding.words)" : nil
    }
  }
}

/// Called with each request, by the simulator's clock.
private final class RequestHook: Sendable {
  private let body = Mutex<(@Sendable () -> Void)?>(nil)

  func set(_ new: @escaping @Sendable () -> Void) { body.withLock { $0 = new } }

  func call() { body.withLock(\.self)?() }
}
