package import CredentialAudit

/// A form that a run is written in. The raw values are the words of `--formats`.
package enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  case html
  case md
  case csv
  case junit
  case sarif
  case prom
  case ics
  // Last: who waits for `report.json` finds the others in place.
  case json

  /// The file's name within the folder for reports.
  package var fileName: String {
    switch self {
    case .html: "report.html"
    case .md: "report.md"
    case .csv: "findings.csv"
    case .junit: "junit.xml"
    case .sarif: "report.sarif"
    case .prom: "credaudit.prom"
    case .ics: "expiries.ics"
    case .json: "report.json"
    }
  }

  /// Writes a run. The same run gives the same bytes: nothing is asked of a clock, a locale or the
  /// machine.
  ///
  /// - Parameters:
  ///   - run: Read in order, more than once where a format leads with totals.
  ///   - sink: Takes the bytes in chunks.
  /// - Throws: What reading the run or the sink throws.
  package func write(run: any RunReader, to sink: @escaping ByteSink) throws {
    let stream = ByteStream(to: sink)
    var report = try report(of: run, to: stream)
    try report.write(run)
    try stream.flush()
  }

  /// The report of a run, not yet begun.
  func report(of run: any RunReader, to stream: ByteStream) throws -> any Report {
    switch self {
    case .html: try HTMLReport(run: run, stream: stream)
    case .md: MarkdownReport(run: run, stream: stream)
    case .csv: CSVReport(run: run, stream: stream)
    case .junit: JUnitReport(run: run, stream: stream)
    case .sarif: try SARIFReport(run: run, stream: stream)
    case .prom: MetricsReport(run: run, stream: stream)
    case .ics: CalendarReport(run: run, stream: stream)
    case .json: JSONReport(run: run, stream: stream)
    }
  }
}
