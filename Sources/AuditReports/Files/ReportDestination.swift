/// Where a file was to go, as far as a hint has to know it.
package enum ReportDestination: Sendable, Hashable {
  /// The folder for reports.
  case reports
  /// The one file beside them that monitoring reads.
  case metrics

  /// What the file is called.
  var file: String {
    switch self {
    case .reports: "report"
    case .metrics: "file"
    }
  }

  /// How to have it elsewhere.
  var otherPlace: String {
    switch self {
    case .reports: "name another folder with --reports"
    case .metrics: "name another file with --metrics-file"
    }
  }

  /// What can still be done once the run is over.
  var secondChance: String {
    switch self {
    case .reports: "'credaudit report' writes its reports again"
    case .metrics: "'credaudit report --formats prom' writes credaudit.prom among the reports"
    }
  }
}
