import ArgumentParser
import EntraSimulator

/// Starts the simulator for a client that is not ours, and runs until it is ended.
struct SimulateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Starts the built-in identity service for other clients.",
    shouldDisplay: false)

  @Argument(help: "A folder for the facts: ports, CA, client ids and keys.")
  var folder: String

  func run() async throws {
    try await serveForInterop(directory: folder)
  }
}
