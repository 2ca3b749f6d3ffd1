import AuditReports
import CredentialAudit
import TestSupport

/// Everything that a run may be written as: the files' formats and the terminal's summary. What
/// every one must keep is tested over all of them.
enum Output: CaseIterable, CustomStringConvertible {
  case html, md, csv, junit, sarif, prom, ics, json, terminal, coloured

  var description: String {
    switch self {
    case .html: "report.html"
    case .md: "report.md"
    case .csv: "findings.csv"
    case .junit: "junit.xml"
    case .sarif: "report.sarif"
    case .prom: "credaudit.prom"
    case .ics: "expiries.ics"
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
    case .prom: try ReportFormat.prom.write(run: run) { bytes += $0 }
    case .ics: try ReportFormat.ics.write(run: run) { bytes += $0 }
    case .json: try ReportFormat.json.write(run: run) { bytes += $0 }
    case .terminal: bytes += try TerminalSummary().text(of: run).utf8
    case .coloured:
      bytes += try TerminalSummary(style: Style(isOn: true), columns: 60).text(of: run).utf8
    }
    return bytes
  }

  /// As its readers see it: a calendar's broken lines are whole again.
  func text(of run: any RunReader) throws -> String {
    let text = String(decoding: try bytes(of: run), as: UTF8.self)
    return self == .ics ? text.replacing("\r\n ", with: "") : text
  }
}
