import ArgumentParser
import Foundation

/// The command: what it can do, and how it ends.
@main
struct CredAudit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "credaudit",
    abstract: "Tries every credential of your app registrations, and says which ones will die.",
    discussion: """
      A verdict is a proof of having looked: what could not be looked at is unknown, and never green.
      Exit codes: 0 all was looked at and nothing reaches --fail-on, 1 findings reach it, 2 usage or \
      inventory wrong and nothing was run, 3 something is unknown or the run is incomplete, 4 the \
      tool failed, 75 another run holds the database, 130 and 143 ended by a signal.
      """,
    version: ToolVersion.text,
    subcommands: [
      AuditCommand.self, ValidateCommand.self, ReportCommand.self, AuthorityCommand.self,
      HistoryCommand.self, DiffCommand.self, ExpiringCommand.self, ExplainCommand.self,
      ImportCommand.self, PruneCommand.self, MergeCommand.self, DemoCommand.self,
      SimulateCommand.self,
    ])

  static func main() async {
    ProcessHardening.apply()
    ProcessMemory.keepTogether()
    Surroundings.process.interruption.listen()
    let status = await run(Array(CommandLine.arguments.dropFirst()))
    Foundation.exit(status.rawValue)
  }

  /// Runs one command line and says how it ended; all that a process adds is to exit with it.
  static func run(_ arguments: [String]) async -> ExitStatus {
    do {
      try checkCommand(arguments.first)
      var command = try parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return .clean
    } catch {
      return Complaint.status(of: error)
    }
  }
}
