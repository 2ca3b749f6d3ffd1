import CredentialAudit

/// The timeline for its template: the drawing by week, and the same as a table.
struct TimelineDrawing {
  private let timeline: ExpiryTimeline

  init(_ timeline: ExpiryTimeline) {
    self.timeline = timeline
  }

  /// For the `timeline` template.
  var values: TemplateValues {
    var values = StackedBars(bars, pitch: 15, plotHeight: 132).values
    let rows = tableRows
    let columns = CountTable.columns(of: rows.map(\.counts))
    values.set("columns", CountTable.heads(columns))
    values.set("rows", rows.map { CountTable.row($0.label, $0.counts, columns: columns) })
    return values
  }

  private var bars: [StackedBars.Bar] {
    var lastMonth = 0
    return timeline.weeks.map { week in
      let moment = UTCMoment(week.monday)
      var bar = StackedBars.Bar(
        title: "Week of \(Wording.day(week.monday)): \(RowStanding.words(week.counts))",
        parts: RowStanding.allCases.map { ($0, week.counts[$0] ?? 0) })
      if moment.month != lastMonth {
        bar.label = Wording.month(moment.month)
        if lastMonth == 0 || moment.month == 1 { bar.sublabel = String(moment.year) }
        lastMonth = moment.month
      }
      return bar
    }
  }

  private var tableRows: [(label: String, counts: ExpiryTimeline.Counts)] {
    let weeks = timeline.weeks.filter { !$0.counts.isEmpty }
      .map { ("Week of \(Wording.day($0.monday))", $0.counts) }
    let rows =
      [("Ended before the run", timeline.ended)] + weeks
      + [("Later", timeline.later), ("No end known", timeline.withoutEnd)]
    return rows.filter { !$0.1.isEmpty }
  }
}
