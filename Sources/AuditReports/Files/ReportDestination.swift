/// Where a file was to go, as far as a hint has to know it.
package enum ReportDestination: Sendable, Hashable {
  /// The folder for reports.
  case reports
  /// The one file beside them that monitoring reads.
  case metrics
  /// An inventory that gets more lines.
  case inventory

  /// What the file is called.
  var file: String {
    switch self {
    case .reports: "report"
    case .metrics, .inventory: "file"
    }
  }

  /// How to have it elsewhere.
  var otherPlace: String {
    switch self {
    case .reports: "name another folder with --reports"
    case .metrics: "name another file with --metrics-file"
    case .inventory: "leave --update out and put the draft's lines in by hand"
    }
  }

  /// What is not lost, and what can still be done.
  var secondChance: String {
    switch self {
    case .reports: "the run is kept, and 'credaudit report' writes its reports again"
    case .metrics:
      "the run is kept, and 'credaudit report --formats prom' writes credaudit.prom among the reports"
    case .inventory: "the inventory is as it was"
    }
  }
}
