import ArgumentParser
import AuditStore
import CredentialAudit
import EntraIdentity
import Foundation

/// Drops what old runs found.
struct PruneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Drops what old runs found; verdict changes and each subject's last state stay.")

  @Option(
    name: .long, help: ArgumentHelp("Runs of the last so many days are kept.", valueName: "400d"))
  var keep: String

  @OptionGroup var database: DatabaseOption
  @OptionGroup var format: OutputFormatOption

  func run() throws {
    guard let span = Span.days(keep) else {
      throw UsageProblem(
        "--keep is '\(keep.cleaned(maximum: 60))', which is no number of days",
        hint: "write it as 400d")
    }
    let surroundings = Surroundings.current
    let store = try AuditStore.existing(database.database)
    let lock = try RunLock(database: database.database)
    let now = surroundings.time.now
    let end = now - Double(span.count) * 86_400
    let outcome = try store.prune(startedBefore: end, at: now, holding: lock)
    let account = PruneAccount(outcome, before: end)
    switch format.format {
    case .table: try surroundings.console.write(account.text)
    case .json, .csv: try surroundings.console.write(account.rows.text(format.format))
    }
  }
}
