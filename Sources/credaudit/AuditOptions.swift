import ArgumentParser
import Logging

/// How a run is to be conducted.
struct AuditOptions: ParsableArguments {
  @Flag(help: "Ask nothing of the network and run no command.")
  var offline = false

  @Flag(help: "Say what would be asked of whom, and send nothing.")
  var plan = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The run fails from this verdict on; what is unknown always counts.",
      valueName: "critical|warning|never"),
    completion: .words(of: FailureThreshold.self))
  var failOn = "critical"

  @Flag(help: "Fail only on what is new or worse than when it was last looked at.")
  var newOnly = false

  @Flag(
    help: "Say nothing unless something is new, worse or recovered, or the run is incomplete.")
  var quiet = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A file of metrics for Prometheus' node_exporter, beside the reports and readable by all.",
      valueName: "file"),
    completion: .file(extensions: ["prom"]))
  var metricsFile: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Whether to show progress; auto: on a terminal.", valueName: "auto|always|never"),
    completion: .list(["auto", "always", "never"]))
  var progress = "auto"

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What to log to standard error.", valueName: "debug|info|warning|error"),
    completion: .list(["debug", "info", "warning", "error"]))
  var logLevel = "warning"

  @Option(
    name: .long, help: ArgumentHelp("In which form to log.", valueName: "text|json"),
    completion: .list(["text", "json"]))
  var logFormat = "text"

  func validate() throws {
    try oneOf(FailureThreshold.allCases.map(\.rawValue), failOn, "--fail-on")
    try oneOf(["auto", "always", "never"], progress, "--progress")
    try oneOf(["debug", "info", "warning", "error"], logLevel, "--log-level")
    try oneOf(["text", "json"], logFormat, "--log-format")
  }

  var failureThreshold: FailureThreshold { FailureThreshold(rawValue: failOn) ?? .critical }

  /// Whether to show progress: what is to be quiet shows none.
  var progressWish: String { quiet ? "never" : progress }

  var logger: Logger { AuditLog.logger(level: logLevel, format: logFormat) }

  private func oneOf(_ allowed: [String], _ value: String, _ name: String) throws {
    guard allowed.contains(value) else {
      throw ValidationError(
        "\(name) is '\(value)'; use \(allowed.joined(separator: ", "))")
    }
  }
}
