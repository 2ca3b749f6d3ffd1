import ArgumentParser
import EntraSimulator

/// Starts the simulator for a client that is not ours, and runs until it is ended.
struct SimulateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Starts the built-in identity service for other clients.",
    shouldDisplay: false)

  @Argument(help: "A folder for the facts: ports, CA, client ids and keys.")
  var folder: String

  @Option(
    help: ArgumentHelp(
      "Serve so many tenants with one secret each, and write an inventory of them.",
      valueName: "count"))
  var tenants: Int?

  @Option(
    help: ArgumentHelp(
      "Tell so many of the --tenants once to come back in three seconds.", valueName: "count"))
  var throttled = 0

  @Option(
    help: ArgumentHelp(
      "Serve one tenant whose directory has so many applications more than those that are named.",
      valueName: "count"))
  var applications: Int?

  @Option(
    help: ArgumentHelp("Hold every answer back for so long.", valueName: "milliseconds"))
  var latency = 0

  @Flag(help: "Write every request whole, secrets included, to requests.jsonl as it comes.")
  var record = false

  func validate() throws {
    guard tenants.map((1...100_000).contains) ?? true else {
      throw ValidationError("--tenants takes 1 to 100000")
    }
    guard (0...(tenants ?? 0)).contains(throttled) else {
      throw ValidationError("--throttled takes 0 to what --tenants says")
    }
    guard applications.map({ tenants == nil && (0...1_000_000).contains($0) }) ?? true else {
      throw ValidationError("--applications takes 0 to 1000000, and no --tenants beside it")
    }
    guard (0...3_600_000).contains(latency) else {
      throw ValidationError("--latency takes 0 to 3600000")
    }
  }

  func run() async throws {
    let interruption = Surroundings.current.interruption
    let serving = Task { [folder, tenants, throttled, applications, latency, record] in
      let latency: Duration? = latency > 0 ? .milliseconds(latency) : nil
      let world: any InteropWorld =
        if let tenants {
          ManyTenantsWorld(tenants, throttled: throttled, latency: latency)
        } else if let applications {
          try DirectoryWorld(applications, latency: latency)
        } else {
          try ForeignClientWorld(latency: latency)
        }
      try await serveForInterop(world, directory: folder, recordsRequests: record)
    }
    interruption.onSignal { serving.cancel() }
    try await serving.value
    if let status = interruption.status { throw status }
  }
}
