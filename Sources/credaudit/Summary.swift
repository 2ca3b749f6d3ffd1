import AuditReports
import CredentialAudit

/// The summary on standard output.
enum Summary {
  static func print(_ run: any RunReader, files: [String]) throws {
    let surroundings = Surroundings.current
    let console = surroundings.console
    // https://no-color.org: present and not empty, whatever its value.
    let isPlain = surroundings.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    let summary = TerminalSummary(
      style: Style(isOn: console.isOutputTerminal && !isPlain), columns: console.columns)
    try console.write(summary.text(of: run, reports: files))
  }
}
