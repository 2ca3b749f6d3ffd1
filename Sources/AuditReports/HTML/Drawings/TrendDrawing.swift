import CredentialAudit

/// The last runs for the trend's template: a bar for each of what was not in order, and all figures
/// as a table.
///
/// What passes is left out of the bars: among thousands that pass, nobody would see ten that do not.
struct TrendDrawing {
  static let runsShown = 30
  private static let drawn: [RowStanding] = [.critical, .unknown, .warning]
  private let points: [RunTotals]

  /// - Parameter points: The newest last.
  init(_ points: [RunTotals]) {
    self.points = points
  }

  /// A single run has no trend.
  var isWorthDrawing: Bool { points.count > 1 }

  /// For the `trend` template.
  var values: TemplateValues {
    var values = StackedBars(bars, pitch: 17, plotHeight: 112).values
    let columns = CountTable.columns(of: points.map(Self.counts))
    values.set("columns", CountTable.heads(columns))
    values.set(
      "rows",
      points.reversed().map { point in
        CountTable.row(
          Wording.minute(point.startedAt), Self.counts(point), columns: columns)
      })
    values.set("runs", Wording.count(points.count, "run", "runs"))
    values.set("trend_text", text)
    return values
  }

  private var bars: [StackedBars.Bar] {
    // Room for thirty, so that a young history is not drawn as wide beams.
    let empty = Array(
      repeating: StackedBars.Bar(title: "", parts: []), count: max(0, Self.runsShown - points.count)
    )
    let bars = points.enumerated().map { place, point in
      let counts = Self.counts(point)
      var bar = StackedBars.Bar(
        title: "\(Wording.minute(point.startedAt)): \(RowStanding.words(counts))",
        parts: Self.drawn.map { ($0, counts[$0] ?? 0) })
      if place == points.count - 1 || place == 0 && points.count > Self.runsShown / 2 {
        let moment = UTCMoment(point.startedAt)
        bar.label = "\(moment.day) \(Wording.month(moment.month))"
      }
      return bar
    }
    return empty + bars
  }

  /// The first and the last in words.
  private var text: String {
    guard let first = points.first, let last = points.last else { return "" }
    let (before, now) = (Self.bad(first), Self.bad(last))
    let day = Wording.day(first.startedAt)
    if before == now { return "\(Wording.number(now)) not in order, as many as on \(day)." }
    return "\(Wording.number(now)) not in order, \(before > now ? "down" : "up") from "
      + "\(Wording.number(before)) on \(day)."
  }

  private static func bad(_ point: RunTotals) -> Int {
    let counts = counts(point)
    return drawn.reduce(0) { $0 + (counts[$1] ?? 0) }
  }

  private static func counts(_ point: RunTotals) -> [RowStanding: Int] {
    Dictionary(
      uniqueKeysWithValues: RowStanding.allCases.map { standing in
        let (one, other) = (point.summary.authorities, point.summary.credentials)
        return (standing, one[keyPath: standing.count] + other[keyPath: standing.count])
      })
  }
}
