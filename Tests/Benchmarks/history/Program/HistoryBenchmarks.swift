import AuditStore
import CredentialAudit
import Foundation

/// Fills a history with years of nights and measures what questions about it cost.
///
///     history-benchmarks FOLDER RUNS CREDENTIALS
@main
struct HistoryBenchmarks {
  static func main() throws {
    let words = CommandLine.arguments.dropFirst()
    guard words.count == 3, let runs = Int(words[2]), let credentials = Int(words[3]), runs > 2,
      credentials > 9
    else { throw WrongArguments() }
    let path = words[1] + "/history.sqlite"
    let filled = try Filling(path: path, credentials: credentials).fill(nights: runs)
    try print(Table(path: path, nights: runs, credentials: credentials, filled: filled).text)
  }
}

/// What was typed is not how it is called.
struct WrongArguments: Error {}
