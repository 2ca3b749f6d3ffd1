import ArgumentParser
import AuditStore
import CredentialAudit
import EntraIdentity
import Foundation

/// What ends when, out of the database.
struct ExpiringCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expiring",
    abstract: "Lists what has ended and what ends soon: by week and owner, soonest first.")

  @Option(name: .long, help: ArgumentHelp("How far to look ahead, in days.", valueName: "60d"))
  var within = "60d"

  @OptionGroup var database: DatabaseOption
  @OptionGroup var format: OutputFormatOption

  func run() throws {
    guard let span = Span.days(within) else {
      throw UsageProblem(
        "--within is '\(within.cleaned(maximum: 60))', which is no number of days",
        hint: "write it as 60d")
    }
    let surroundings = Surroundings.current
    let console = surroundings.console
    let store = try database.open()
    let outlook = ExpiryOutlook(try store.ends(), now: surroundings.time.now, within: span)
    switch format.format {
    case .table: try console.write(ExpiryTable(outlook).text)
    case .json, .csv: try console.write(ExpiryRows.rows(of: outlook.ends).text(format.format))
    }
    console.say(ExpiryStatement(outlook, within: span).text)
  }
}
