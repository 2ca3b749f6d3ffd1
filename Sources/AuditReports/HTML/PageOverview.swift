import CredentialAudit

/// What stands before the tables: facts, banners, totals, changes, timeline.
struct PageOverview {
  let run: AuditRun
  let notices: [RunNotice]
  let summary: RunSummary
  let digest: RunDigest

  var head: TemplateValues {
    var values = TemplateValues()
    values.set("headline", RunHeadline.text(of: run, summary))
    values.set("lead", lead)
    values.set("started_at", run.startedAt.rfc3339)
    values.set("started", Wording.minute(run.startedAt))
    values.set("took", run.finishedAt.map { Wording.span(run.startedAt, $0) })
    values.set("inventory", run.inventoryPath)
    values.set("sha256", run.inventorySHA256)
    values.set("sha256_short", String(run.inventorySHA256.prefix(12)))
    values.set("run_id", run.id)
    values.set("tool_version", run.toolVersion)
    values.set(
      "auditor",
      run.auditor.items.map { item in
        var values = TemplateValues()
        values.set("fact_name", Wording.capitalized(item.name.replacing("_", with: " ")))
        values.set("fact_value", item.value)
        return values
      })
    return values
  }

  var banners: TemplateValues {
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
    values.set(
      "notices",
      notices.map { notice in
        var values = TemplateValues()
        values.set("notice_text", notice.message)
        values.set("notice_code", notice.code)
        return values
      })
    return values
  }

  var totals: TemplateValues {
    let (credentials, authorities) = (summary.credentials, summary.authorities)
    var values = TemplateValues()
    values.set(
      "tiles",
      [
        tile(.critical, credentials.critical, authorities.critical),
        tile(.unknown, credentials.unknown, authorities.unknown),
        tile(.warning, credentials.warning, authorities.warning),
        tile(.pass, credentials.pass, authorities.pass),
        tile(.skipped, credentials.skipped, authorities.skipped),
      ])
    let suppressed = credentials.suppressed + authorities.suppressed
    let words = Wording.count(suppressed, "subject is", "subjects are")
    values.set("suppressed", suppressed > 0 ? "\(words) suppressed: somebody answers for it." : nil)
    return values
  }

  var changes: TemplateValues {
    var values = TemplateValues()
    let text = digest.changes.text ?? "nothing was looked at"
    values.set("change_text", Wording.capitalized(text) + ".")
    let shown = digest.changes.isFirstRun ? [] : ChangeTally.order
    values.set("groups", shown.filter { digest.changes[$0] > 0 }.map(group))
    return values
  }

  var timeline: TemplateValues {
    let ends = digest.timeline
    var values = TimelineDrawing(ends).values
    values.set("has_any", !ends.isEmpty)
    let words = Wording.count(ends.withoutEnd, "credential has", "credentials have")
    values.set("no_end", ends.withoutEnd > 0 ? "\(words) no known end." : nil)
    values.set(
      "soonest",
      ends.soonest.map { end in
        var values = TemplateValues()
        values.set("end_subject", end.subject)
        values.set("end_anchor", end.anchor)
        values.set("end_at", end.at.rfc3339)
        values.set("end_day", Wording.day(end.at))
        values.set("end_left", Wording.daysLeft(end.daysLeft))
        values.set("end_verdict", end.verdict.rawValue)
        return values
      })
    return values
  }

  private var lead: String {
    let credentials = Wording.count(summary.credentials.total, "credential", "credentials")
    let authorities = Wording.count(summary.authorities.total, "authority", "authorities")
    return "Out of \(credentials) and \(authorities)."
  }

  private func tile(_ verdict: Verdict, _ credentials: Int, _ authorities: Int) -> TemplateValues {
    var values = TemplateValues()
    values.set("tile_verdict", verdict.rawValue)
    values.set("tile_glyph", SubjectRow.glyph(verdict))
    values.set("tile_empty", credentials + authorities == 0)
    values.set("tile_credentials", Wording.number(credentials))
    values.set("tile_credential_unit", credentials == 1 ? "credential" : "credentials")
    values.set(
      "tile_authorities", "and " + Wording.count(authorities, "authority", "authorities"))
    return values
  }

  private func group(_ change: Change) -> TemplateValues {
    var values = TemplateValues()
    let mentions = digest.mentions[change] ?? []
    let words = Wording.change(change) ?? change.rawValue
    values.set("group_title", Wording.capitalized(words))
    values.set("group_count", Wording.number(digest.changes[change]))
    values.set(
      "mentions",
      mentions.map { mention in
        var values = TemplateValues()
        values.set("mention_name", mention.name)
        values.set("mention_anchor", mention.anchor)
        values.set("mention_verdict", mention.verdict.rawValue)
        return values
      })
    let more = digest.changes[change] - mentions.count
    values.set("group_more", more > 0 ? "and \(Wording.number(more)) more" : nil)
    return values
  }
}
