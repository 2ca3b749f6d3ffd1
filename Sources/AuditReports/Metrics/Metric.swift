/// Every metric of `credaudit.prom`, in the order in which they stand there. Names and labels are
/// part of the format: alerts and dashboards are written against them.
///
/// All are gauges, because each run says anew what is; units are seconds since 1970, as Prometheus'
/// naming conventions want it.
enum Metric: String, CaseIterable {
  case build = "credaudit_build_info"
  case run = "credaudit_run_info"
  case runEnd = "credaudit_last_run_timestamp_seconds"
  case runDuration = "credaudit_last_run_duration_seconds"
  case isComplete = "credaudit_last_run_complete"
  case isFiltered = "credaudit_last_run_filtered"
  case isOffline = "credaudit_last_run_offline"
  case completeEnd = "credaudit_last_complete_run_timestamp_seconds"
  case subjects = "credaudit_subjects"
  case authority = "credaudit_authority_severity"
  case suppressedAuthority = "credaudit_authority_suppressed_severity"
  case credential = "credaudit_credential_severity"
  case suppressedCredential = "credaudit_credential_suppressed_severity"
  case credentialEnd = "credaudit_credential_expiry_timestamp_seconds"

  /// What the metric says, for the HELP line: one line, without a backslash.
  var help: String {
    let severity = "4 critical, 3 unknown (not looked at), 2 warning, 1 pass, 0 skipped"
    let answered =
      "the worst finding of a check that a suppression answers for: 4 critical, 3 "
      + "unknown, 2 warning; absent where nothing is suppressed"
    return switch self {
    case .build: "The version of credaudit that this file is by; always 1."
    case .run: "The run that this file is about, by its id; always 1."
    case .runEnd: "When that run ended; when it began, where it has no end."
    case .runDuration: "How long that run took; absent where it has no end."
    case .isComplete: "1 where that run got to everything that it was asked for, 0 where not."
    case .isFiltered: "1 where that run was asked for a part of the inventory: the rest is absent."
    case .isOffline: "1 where that run asked nothing of the network, so that it proves less."
    case .completeEnd:
      "When the last complete run ended that was not offline; absent where there never was one."
    case .subjects:
      "How many authorities and credentials had which verdict; suppressed: whatever is wrong with "
        + "it, somebody answers for."
    case .authority: "The worst that nobody answers for in a tenant's authority: \(severity)."
    case .suppressedAuthority: "Of a tenant's authority, \(answered)."
    case .credential: "The worst that nobody answers for in a credential: \(severity)."
    case .suppressedCredential: "Of a credential, \(answered)."
    case .credentialEnd:
      "When a credential ends, also where it has ended; absent where no end is known."
    }
  }
}
