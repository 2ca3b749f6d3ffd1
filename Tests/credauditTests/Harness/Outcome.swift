import CredentialAudit
import EntraSimulator
import Foundation
import Testing

@testable import credaudit

// Testing has a type of that name too; here the command's is always meant.
typealias ExitStatus = credaudit.ExitStatus
typealias SourceLocation = Testing.SourceLocation

/// What one command line did.
struct Outcome: Sendable {
  let status: ExitStatus
  let output: String
  let error: String
  /// `report.json`; nil where the run wrote none.
  let report: ReportedRun?
  /// What the service was asked in this run.
  let requests: [LoggedRequest]
  /// What the platform was asked in this run.
  let platformRequests: [SimulatedRequest]
  /// What the proxy was asked in this run.
  let connects: [LoggedConnect]
  /// What was waited for in this run.
  let slept: [Duration]

  /// The findings of one check, as `critical issuer-mismatch`, worst first.
  func found(_ check: CheckID, of subject: String? = nil) -> [String] {
    findings(check, of: subject).map(\.words)
  }

  /// The findings of one check; where no subject is named, of the usual one.
  func findings(_ check: CheckID, of subject: String? = nil) -> [ReportedRun.Finding] {
    let isAuthority = check.rawValue.hasPrefix("authority.") || check == .directoryAccess
    let subject = subject ?? (isAuthority ? "contoso" : "contoso/billing/primary")
    return (report?.findings(of: subject) ?? []).filter { $0.check == check }
  }

  func asked(_ endpoint: ScriptStep.Endpoint) -> Int {
    requests.count { $0.endpoint == endpoint }
  }

  /// Whether any host that is not of the scenario's choosing was reached for.
  func reached(_ host: String) -> Bool {
    connects.contains { $0.target.hasPrefix(host + ":") } || requests.contains { $0.host == host }
  }

  /// How long the run waited in all.
  var waited: Duration { slept.reduce(.zero, +) }
}
