import CredentialAudit

/// The page's head: the run in one line, and what it is of.
struct HeadSection {
  let run: AuditRun
  let summary: RunSummary

  /// For the `head` and `foot` templates.
  var values: TemplateValues {
    var values = TemplateValues()
    values.set("headline", headline)
    values.set("lead", lead)
    values.set("started_at", run.startedAt.rfc3339)
    values.set("started", Wording.minute(run.startedAt))
    values.set("took", run.finishedAt.map { Wording.span(run.startedAt, $0) })
    values.set("run_id", run.id)
    values.set("tool_version", run.toolVersion)
    return values
  }

  private var headline: String {
    func count(_ place: KeyPath<RunSummary.Counts, Int>) -> Int {
      summary.credentials[keyPath: place] + summary.authorities[keyPath: place]
    }
    var worst = [(count(\.critical), "critical"), (count(\.unknown), "unknown")]
      .filter { $0.0 > 0 }.map { "\(Wording.number($0.0)) \($0.1)" }
    let warnings = count(\.warning)
    if warnings > 0 { worst.append(Wording.count(warnings, "warning", "warnings")) }
    guard worst.isEmpty else { return worst.joined(separator: ", ") }
    guard summary.credentials.total + summary.authorities.total > 0, run.complete, !run.offline
    else { return "Nothing wrong was seen, and not all was looked at" }
    return "Everything looked at is in order"
  }

  private var lead: String {
    let credentials = Wording.count(summary.credentials.total, "credential", "credentials")
    let authorities = Wording.count(summary.authorities.total, "authority", "authorities")
    let suppressed = summary.credentials.suppressed + summary.authorities.suppressed
    return "Out of \(credentials) and \(authorities)"
      + (suppressed > 0 ? ", \(Wording.number(suppressed)) of them suppressed" : "")
  }
}
