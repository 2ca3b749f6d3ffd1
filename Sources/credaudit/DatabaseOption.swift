import ArgumentParser
import AuditStore

/// Which history a command asks.
struct DatabaseOption: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("The history's database.", valueName: "file"),
    completion: .database)
  var database = "reports/credaudit.sqlite"

  /// Opens the history. One that is not there is not made, and one without a run has no answers.
  func open() throws -> AuditStore {
    let store = try AuditStore.existing(database)
    guard try !store.runs(limit: 1).isEmpty else { throw UsageProblem.noRun(in: database) }
    return store
  }
}
