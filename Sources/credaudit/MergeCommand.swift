import ArgumentParser
import AuditStore
import CredentialAudit

/// Puts the databases of shards or of other machines into one.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Brings databases of shards or other machines into one; shards become one run.",
    discussion: """
      The same file again changes nothing, and the order does not matter. Parts of one group (audit \
      --shard with CREDAUDIT_SHARD_GROUP, or a job array of Slurm) become one run, which is complete \
      once all its parts are there. The files are only read. 'credaudit report' then writes its \
      reports. It ends with 3 where a run that was put together is incomplete, or where parts name \
      no group.
      """)

  @Argument(
    help: ArgumentHelp("The databases to be brought in.", valueName: "file"),
    completion: .database)
  var files: [String]

  @OptionGroup var database: DatabaseOption
  @OptionGroup var format: OutputFormatOption

  func run() throws {
    let console = Surroundings.current.console
    let account = try MergeAccount(merged())
    switch format.format {
    case .table:
      if !account.isEmpty { try console.write(account.table.text(.table)) }
    case .json, .csv: try console.write(account.flat.text(format.format))
    }
    console.say(account.statement)
    throw account.status
  }

  private func merged() throws -> MergeOutcome {
    do {
      let sources = try MergeSources(files, into: database.database)
      HistoryFolder.make(for: database.database)
      let lock = try RunLock(database: database.database)
      return try AuditStore.merge(sources, holding: lock)
    } catch let refusal as MergeRefusal {
      throw UsageProblem(refusal)
    }
  }
}
