import AuditReports
import CredentialAudit
import TestSupport

/// Everything that a run may be written as: the files' formats and the terminal's summary. What
/// every one must keep is tested over all of them.
enum Output: CaseIterable, CustomStringConvertible {
  case html, md, csv, junit, sarif, json, terminal, coloured

  var description: String {
    switch self {
    case .html: "report.html"
    case .md: "report.md"
    case .csv: "findings.csv"
    case .junit: "junit.xml"
    case .sarif: "report.sarif"
    case .json: "report.json"
    case .terminal: "terminal summary"
    case .coloured: "terminal summary in colour"
    }
  }

  func bytes(of run: any RunReader) throws -> [UInt8] {
    var bytes: [UInt8] = []
    switch self {
    case .html: try ReportFormat.html.write(run: run) { bytes += $0 }
    case .md: try ReportFormat.md.write(run: run) { bytes += $0 }
    case .csv: try ReportFormat.csv.write(run: run) { bytes += $0 }
    case .junit: try ReportFormat.junit.write(run: run) { bytes += $0 }
    case .sarif: try ReportFormat.sarif.write(run: run) { bytes += $0 }
    case .json: try ReportFormat.json.write(run: run) { bytes += $0 }
    case .terminal: bytes += try TerminalSummary().text(of: run).utf8
    case .coloured:
      bytes += try TerminalSummary(style: Style(isOn: true), columns: 60).text(of: run).utf8
    }
    return bytes
  }

  func text(of run: any RunReader) throws -> String {
    String(decoding: try bytes(of: run), as: UTF8.self)
  }
}
