import CredentialAudit

/// What has to be known before anything else: what the run did not look at.
struct BannerSection {
  let run: AuditRun
  let summary: RunSummary

  /// For the `banners` template.
  var values: TemplateValues {
    var values = TemplateValues()
    values.set(
      "statements",
      RunStatement.all(of: run, summary: summary).map { statement in
        var values = TemplateValues()
        values.set("statement_code", statement.code)
        values.set("statement_title", statement.title)
        values.set("statement_text", statement.text)
        return values
      })
    return values
  }
}
