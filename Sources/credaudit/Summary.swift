import AuditReports
import CredentialAudit

/// What a run found, on standard output.
enum Summary {
  /// All of it.
  static func print(_ run: any RunReader, files: [String]) throws {
    let console = Surroundings.current.console
    let summary = TerminalSummary(style: style, columns: console.columns)
    try console.write(summary.text(of: run, reports: files))
  }

  /// Only what is new, and nothing where nothing is.
  static func printNews(of run: any RunReader) throws {
    let console = Surroundings.current.console
    let news = TerminalNews(style: style, columns: console.columns)
    if let text = try news.text(of: run) { try console.write(text) }
  }

  private static var style: Style {
    let surroundings = Surroundings.current
    // https://no-color.org: present and not empty, whatever its value.
    let isPlain = surroundings.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return Style(isOn: surroundings.console.isOutputTerminal && !isPlain)
  }
}
