import AuditReports
import CredentialAudit
import EntraIdentity

extension AuditOptions {
  /// The file for metrics that was asked for, ready to be written, or nil.
  ///
  /// A run by hand with one filter more on the command line of the night's job must not empty the
  /// alerts of all that it does not look at.
  func metricsFile(for scope: RunScope) throws -> MetricsFile? {
    guard let metricsFile else { return nil }
    guard !metricsFile.isEmpty, !metricsFile.hasSuffix("/") else {
      throw UsageProblem(
        "--metrics-file is '\(metricsFile.cleaned(maximum: 200))', which names no file",
        hint: "name a file that ends with .prom in the collector's folder")
    }
    let file = MetricsFile(path: metricsFile)
    try file.prepare()
    if let other = file.otherScope(than: scope, isOffline: offline) {
      throw UsageProblem(
        "'\(metricsFile.cleaned(maximum: 200))' is about another scope (\(other.cleaned(maximum: 200))), whose metrics "
          + "this run would take away; nothing was run",
        hint: "leave --metrics-file out or name another file; "
          + "remove that one where this is to be its job from now on")
    }
    return file
  }
}
