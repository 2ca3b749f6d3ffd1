import CredentialAudit

/// The page's head: the run in one line, and what it is of.
struct HeadSection {
  let run: AuditRun
  let summary: RunSummary

  /// For the `head` and `foot` templates.
  var values: TemplateValues {
    var values = TemplateValues()
    values.set("headline", RunHeadline.text(of: run, summary))
    values.set("lead", lead)
    values.set("started_at", run.startedAt.rfc3339)
    values.set("started", Wording.minute(run.startedAt))
    values.set("took", run.finishedAt.map { Wording.span(run.startedAt, $0) })
    values.set("run_id", run.id)
    values.set("tool_version", run.toolVersion)
    return values
  }

  private var lead: String {
    let credentials = Wording.count(summary.credentials.total, "credential", "credentials")
    let authorities = Wording.count(summary.authorities.total, "authority", "authorities")
    let suppressed = summary.credentials.suppressed + summary.authorities.suppressed
    return "Out of \(credentials) and \(authorities)"
      + (suppressed > 0 ? ", \(Wording.number(suppressed)) of them suppressed" : "")
  }
}
