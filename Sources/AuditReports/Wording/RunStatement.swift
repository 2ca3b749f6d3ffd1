import CredentialAudit

/// What every report says at its head of a run that is not a look at everything: a verdict is a
/// proof of having looked, so what was not looked at is said first.
struct RunStatement: Sendable, Hashable {
  /// `run-part`, `run-incomplete`, `run-pruned`, `run-offline`, `run-filtered` or `run-empty`.
  let code: String
  /// One word, for a banner's start.
  let title: String
  let text: String

  var notice: RunNotice { RunNotice(code: code, message: text) }

  static func all(of run: AuditRun, summary: RunSummary) -> [RunStatement] {
    var statements: [RunStatement] = []
    if let part = run.part {
      statements.append(
        RunStatement(
          code: "run-part", title: "Part",
          text: "This report shows a part of the run only: \(words(for: run.scope))."
            + (part.isOfFilteredRun
              ? " The run itself had looked at a part of the inventory only." : "")))
    }
    if !run.complete {
      statements.append(
        RunStatement(
          code: "run-incomplete", title: "Incomplete",
          text: run.finishedAt == nil
            ? "This run has no end: it still runs or was killed. What it had not reached is"
              + " missing here."
            : "This run was cut short. What it had not reached is unknown or missing here."))
    }
    if let day = run.prunedAt.map(Wording.day) {
      statements.append(
        RunStatement(
          code: "run-pruned", title: "Pruned",
          text: "This run was pruned on \(day): nothing is left of it but what was a subject's last"
            + " state, and only that is counted here."))
    }
    if run.offline {
      statements.append(
        RunStatement(
          code: "run-offline", title: "Offline",
          text: "This run asked nothing of the network: no token was requested and no authority"
            + " was reached. It proves less than a live run."))
    }
    if run.part == nil, run.scope.isFiltered {
      statements.append(
        RunStatement(
          code: "run-filtered", title: "Filtered",
          text: "This run looked at a part of the inventory only: \(words(for: run.scope))."))
    }
    if summary.authorities.total + summary.credentials.total == 0 {
      statements.append(
        RunStatement(
          code: "run-empty", title: "Empty", text: "This run looked at nothing."))
    }
    return statements
  }

  /// What `report.json` has no key for and says as a notice.
  static func withoutKey(of run: AuditRun, summary: RunSummary) -> [RunStatement] {
    all(of: run, summary: summary).filter { $0.code == "run-part" || $0.code == "run-pruned" }
  }

  private static func words(for scope: RunScope) -> String {
    let parts = [
      ("tenant", scope.tenants), ("application", scope.applications), ("owner", scope.owners),
      ("tag", scope.tags), ("shard", scope.shard.map { [$0] } ?? []),
    ]
    return parts.filter { !$0.1.isEmpty }
      .map { "\($0.0) \($0.1.joined(separator: ", "))" }.joined(separator: "; ")
  }
}
