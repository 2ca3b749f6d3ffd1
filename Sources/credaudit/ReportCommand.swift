import ArgumentParser
import AuditReports
import AuditStore
import CredentialAudit
import EntraIdentity
import Foundation

/// The same reports again, out of the database.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes the reports of a stored run: the newest, or the one that is named.")

  @OptionGroup var output: OutputOptions
  @OptionGroup var format: OutputFormatOption

  @Option(name: .customLong("run"), help: ArgumentHelp("The run's id.", valueName: "id"))
  var runID: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The newest run that had started by the end of this day.", valueName: "yyyy-mm-dd"))
  var asOf: String?

  func validate() throws {
    if runID != nil, asOf != nil {
      throw ValidationError("--run and --as-of name the run in two ways; use one of them")
    }
  }

  func run() throws {
    let console = Surroundings.current.console
    guard FileManager.default.fileExists(atPath: output.database) else {
      throw UsageProblem(
        "there is no database at '\(output.database)'",
        hint: "run 'credaudit audit' first, or name the database by --database")
    }
    let store = try AuditStore(path: output.database)
    let stored = try chosen(from: store)
    let files = try ReportWriter(folder: output.reports).write(
      stored, formats: output.reportFormats())
    switch format.format {
    case .table: try Summary.print(stored, files: files)
    case .json:
      try ReportFormat.json.write(run: stored) {
        try console.write(String(decoding: $0, as: UTF8.self))
      }
    case .csv:
      try ReportFormat.csv.write(run: stored) {
        try console.write(String(decoding: $0, as: UTF8.self))
      }
    }
  }

  private func chosen(from store: AuditStore) throws -> any RunReader {
    if let runID {
      guard let stored = try store.run(id: runID.lowercased()) else {
        throw UsageProblem(
          "the database has no run '\(runID.cleaned(maximum: 60))'",
          hint: "leave --run out for the newest one; each report carries its run's id")
      }
      return stored
    }
    if let asOf {
      guard let next = CalendarDate(asOf)?.next else {
        throw UsageProblem(
          "--as-of is '\(asOf.cleaned(maximum: 60))', which is no day",
          hint: "write a day as 2026-12-31")
      }
      guard let stored = try store.newestRun(startedBefore: next) else {
        throw UsageProblem("no run had started by \(asOf)", hint: "name a later day")
      }
      return stored
    }
    guard let stored = try store.newestRun() else {
      throw UsageProblem(
        "the database '\(output.database)' has no run yet", hint: "run 'credaudit audit' first")
    }
    return stored
  }
}
