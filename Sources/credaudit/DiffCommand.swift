import ArgumentParser
import AuditStore
import CredentialAudit
import Foundation

/// What is another in one run than in an earlier one.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compares two stored runs: first seen, worse, better, recovered, rotated, gone.",
    discussion: """
      A run is named by its id, the first letters of it, or a day, which stands for the last run that \
      asked the network by that day's end. With one, it is compared with the newest; without any, the \
      last two are compared.
      """)

  @Argument(help: ArgumentHelp("The earlier run.", valueName: "old"))
  var old: String?

  @Argument(help: ArgumentHelp("The later run.", valueName: "new"))
  var new: String?

  @OptionGroup var database: DatabaseOption
  @OptionGroup var format: OutputFormatOption

  func run() throws {
    let console = Surroundings.current.console
    let store = try database.open()
    let (old, new) = try DiffPair(store: store).runs(old, new)
    let comparison = try store.compare(old, with: new)
    let rows = DiffRows(comparison)
    switch format.format {
    case .table:
      if !comparison.differences.isEmpty { try console.write(rows.table.text(.table)) }
    case .json, .csv: try console.write(rows.flat.text(format.format))
    }
    console.say(DiffStatement(comparison).text)
  }
}
