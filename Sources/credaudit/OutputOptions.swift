import ArgumentParser
import AuditReports
import EntraIdentity
import Foundation

/// Where a run is kept and where its reports go.
struct OutputOptions: ParsableArguments {
  @OptionGroup var history: DatabaseOption

  @Option(
    name: .long, help: ArgumentHelp("The folder for reports.", valueName: "folder"),
    completion: .directory)
  var reports = "reports"

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Which reports, with commas between: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      discussion: "Default: all of them.", valueName: "names"),
    completion: .words(of: ReportFormat.self))
  var formats: String?

  var database: String { history.database }

  /// The formats that were asked for.
  func reportFormats() throws -> [ReportFormat] {
    guard let formats else { return ReportFormat.allCases }
    let names = formats.split(separator: ",")
    guard !names.isEmpty else {
      throw UsageProblem(
        "--formats names no report format", hint: "leave it out for all of them")
    }
    return try names.map { name in
      let word = name.trimmingCharacters(in: .whitespaces)
      guard let format = ReportFormat(rawValue: word.lowercased()) else {
        throw UsageProblem(
          "--formats names '\(word.cleaned(maximum: 60))', which is no report format",
          hint: "use \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return format
    }
  }
}
