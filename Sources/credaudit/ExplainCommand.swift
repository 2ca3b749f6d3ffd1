import ArgumentParser
import CredentialAudit
import EntraIdentity
import Foundation

/// What a code means and what to do.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains an AADSTS code, an OAuth error, a check or one of our own codes.")

  @Argument(
    help: "7000222, AADSTS7000222, invalid_client, credential.expiry, expires-soon, …",
    completion: .codes)
  var code: String

  @OptionGroup var format: OutputFormatOption

  func run() throws {
    let console = Surroundings.current.console
    guard let explanation = Explanation(code) else {
      throw UsageProblem(
        "'\(code.cleaned(maximum: 60))' is no code that this version knows",
        hint: Explanation.suggestion(for: code))
    }
    switch format.format {
    case .table: try console.write(explanation.text(columns: console.columns))
    case .json, .csv:
      var rows = Rows(explanation.fields.map(\.name))
      rows.add(texts: explanation.fields.map(\.value))
      try console.write(rows.text(format.format))
    }
  }
}
