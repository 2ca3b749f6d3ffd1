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
    abstract: "Writes the reports of a stored run, or of one customer's or team's part of it.")

  @OptionGroup var output: OutputOptions
  @OptionGroup var part: PartOptions
  @OptionGroup var format: OutputFormatOption

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp("The run's id, or the first letters of it.", valueName: "id"))
  var runID: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The newest run that had started by the end of this day.", valueName: "yyyy-mm-dd"))
  var asOf: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "End as an audit that found this: 1 from this verdict on, 3 for what is unknown or missing.",
      valueName: "critical|warning|never"),
    completion: .words(of: FailureThreshold.self))
  var failOn: String?

  func validate() throws {
    if runID != nil, asOf != nil {
      throw ValidationError("--run and --as-of name the run in two ways; use one of them")
    }
    if let failOn, FailureThreshold(rawValue: failOn) == nil {
      let known = FailureThreshold.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--fail-on is '\(failOn)'; use \(known)")
    }
  }

  func run() throws {
    let console = Surroundings.current.console
    let store = try AuditStore.existing(output.database)
    let formats = try output.reportFormats()
    let stored = try chosen(from: store)
    let files = try ReportWriter(folder: output.reports).write(
      stored, formats: formats)
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
    if let threshold = failOn.flatMap(FailureThreshold.init(rawValue:)) {
      throw try ExitStatus.of(stored, failOn: threshold)
    }
  }

  private func chosen(from store: AuditStore) throws -> any RunReader {
    let stored = try whole(from: store)
    return try part.isAsked ? part.part(of: stored) : stored
  }

  private func whole(from store: AuditStore) throws -> StoredRun {
    let choice = RunChoice(store: store)
    let found: StoredRun?
    if let runID {
      found = try store.run(id: choice.run(runID, for: "--run").id)
    } else if let asOf {
      found = try store.newestRun(startedBefore: choice.endOfDay(asOf, for: "--as-of"))
      if found == nil {
        throw UsageProblem("no run had started by \(asOf)", hint: "name a later day")
      }
    } else {
      found = try store.newestRun()
    }
    guard let found else { throw UsageProblem.noRun(in: output.database) }
    return found
  }
}
