import CredentialAudit

/// When credentials end.
struct TimelineSection {
  let timeline: ExpiryTimeline

  /// For the `timeline` template.
  var values: TemplateValues {
    var values = TimelineDrawing(timeline).values
    values.set("has_any", !timeline.isEmpty)
    values.set("drawing_title", "Credentials that end, by week and verdict")
    values.set("row_kind", "When")
    values.set(
      "figures",
      [
        figure("Ended", timeline.ended), figure("Within 12 months", timeline.within),
        figure("Later", timeline.later), figure("No end known", timeline.withoutEnd),
      ])
    values.set("soonest", timeline.soonest.map(Self.values))
    return values
  }

  private func figure(_ name: String, _ counts: ExpiryTimeline.Counts) -> TemplateValues {
    let total = counts.values.reduce(0, +)
    var values = TemplateValues()
    values.set("figure_name", name)
    values.set("figure_count", Wording.number(total))
    // The number is not said twice where there is but one kind.
    values.set(
      "figure_words",
      counts.count > 1 ? RowStanding.words(counts) : counts.keys.first?.word)
    return values
  }

  private static func values(of end: ExpiryTimeline.End) -> TemplateValues {
    var values = TemplateValues()
    values.set("end_subject", end.subject, maximum: SubjectRow.longestName)
    values.set("end_anchor", end.anchor)
    values.set("end_at", end.at.rfc3339)
    values.set("end_day", Wording.day(end.at))
    values.set("end_left", Wording.daysLeft(end.daysLeft))
    values.set("end_word", end.standing.word)
    values.set("end_owner", end.owner, maximum: SubjectRow.longestName)
    return values
  }
}
