import CredentialAudit

/// The timeline as numbers for the SVG template: every coordinate a whole number.
struct TimelineDrawing {
  /// As wide as the page has room for, so that its text is scaled as little as can be.
  private static let fullWidth = 860
  private static let narrowestColumn = 34
  private static let plotTop = 24
  private static let plotHeight = 120
  private let columns: [ExpiryTimeline.Column]
  private let columnWidth: Int
  private var barWidth: Int { min(36, columnWidth * 2 / 3) }

  init(_ timeline: ExpiryTimeline) {
    columns = timeline.columns
    columnWidth = max(Self.narrowestColumn, Self.fullWidth / max(1, columns.count))
  }

  /// For the `timeline` template.
  var values: TemplateValues {
    var values = TemplateValues()
    let width = columns.count * columnWidth
    let base = Self.plotTop + Self.plotHeight
    values.set("width", width)
    values.set("height", base + 44)
    values.set("base", base)
    let highest = columns.map(\.total).max() ?? 0
    values.set(
      "bars",
      columns.enumerated().map { place, column in
        bar(column, left: place * columnWidth, highest: max(1, highest), base: base)
      })
    values.set("rows", columns.filter { $0.total > 0 }.map(row))
    return values
  }

  private func bar(
    _ column: ExpiryTimeline.Column, left: Int, highest: Int, base: Int
  ) -> TemplateValues {
    var values = TemplateValues()
    var top = base
    var parts: [TemplateValues] = []
    // The worst stands on the base line, where lengths are easiest to compare.
    for (verdict, count) in column.parts {
      let height = max(4, count * Self.plotHeight / highest)
      top -= height
      var part = TemplateValues()
      part.set("verdict", verdict.rawValue)
      part.set("x", left + (columnWidth - barWidth) / 2)
      part.set("y", top)
      part.set("part_width", barWidth)
      part.set("part_height", max(2, height - 1))
      parts.append(part)
    }
    values.set("parts", parts)
    values.set("middle", left + columnWidth / 2)
    values.set("label", column.label)
    values.set("label_y", base + 18)
    values.set("year", column.showsYear ? column.year : nil)
    values.set("year_y", base + 36)
    values.set("total", column.total > 0 ? Wording.number(column.total) : nil)
    values.set("total_y", top - 6)
    return values
  }

  private func row(_ column: ExpiryTimeline.Column) -> TemplateValues {
    var values = TemplateValues()
    values.set("label", [column.label, column.year].compactMap { $0 }.joined(separator: " "))
    values.set(
      "words",
      column.parts.map { "\(Wording.number($0.count)) \($0.verdict.rawValue)" }
        .joined(separator: ", "))
    return values
  }
}
