import CredentialAudit

/// A bar chart as numbers for the `bars` template: every coordinate a whole number.
struct StackedBars {
  /// One bar; the first part stands on the base line, where lengths are easiest to compare.
  struct Bar {
    /// What a pointer that rests on it is told.
    let title: String
    let parts: [(standing: RowStanding, count: Int)]
    /// Below the bar; nil for most where there are many.
    var label: String?
    /// Below the label.
    var sublabel: String?

    var total: Int { parts.reduce(0) { $0 + $1.count } }
  }

  private static let gutter = 34
  /// Room for half of the last label.
  private static let margin = 16
  private static let plotTop = 10
  private static let below = 38
  let bars: [Bar]
  /// From one bar's left edge to the next one's.
  let pitch: Int
  let plotHeight: Int
  private let scale: DrawingScale

  init(_ bars: [Bar], pitch: Int, plotHeight: Int) {
    self.bars = bars
    self.pitch = pitch
    self.plotHeight = plotHeight
    scale = DrawingScale(to: bars.map(\.total).max() ?? 0)
  }

  private var width: Int { Self.gutter + bars.count * pitch + Self.margin }
  private var base: Int { Self.plotTop + plotHeight }
  private var barWidth: Int { max(4, pitch - max(3, pitch / 4)) }

  var values: TemplateValues {
    var values = TemplateValues()
    values.set("width", width)
    values.set("height", base + Self.below)
    values.set(
      "lines",
      scale.steps.map { step in
        var line = TemplateValues()
        line.set("line_y", y(step))
        line.set("line_from", Self.gutter - 4)
        line.set("line_to", width)
        line.set("line_label", Wording.number(step))
        line.set("line_label_x", Self.gutter - 8)
        line.set("line_label_y", y(step) + 4)
        line.set("line_is_base", step == 0)
        return line
      })
    let legend = RowStanding.allCases.filter { standing in
      bars.contains { $0.parts.contains { $0.standing == standing && $0.count > 0 } }
    }
    values.set(
      "legend",
      legend.map { standing in
        var values = TemplateValues()
        values.set("key", standing.word)
        return values
      })
    values.set("bars", bars.enumerated().filter { $0.1.total > 0 }.map(drawn))
    values.set("ticks", bars.enumerated().filter { $0.1.label != nil }.map(tick))
    return values
  }

  private func drawn(_ place: Int, _ bar: Bar) -> TemplateValues {
    var values = TemplateValues()
    values.set("bar_title", bar.title)
    var below = 0
    values.set(
      "parts",
      bar.parts.filter { $0.count > 0 }.map { standing, count in
        var part = TemplateValues()
        let bottom = y(below)
        below += count
        part.set("part", standing.word)
        part.set("x", Self.gutter + place * pitch + (pitch - barWidth) / 2)
        // A single one among thousands shows all the same.
        let height = max(3, bottom - y(below))
        part.set("y", bottom - height)
        part.set("part_width", barWidth)
        part.set("part_height", height)
        return part
      })
    return values
  }

  private func tick(_ place: Int, _ bar: Bar) -> TemplateValues {
    var values = TemplateValues()
    values.set("tick_x", Self.gutter + place * pitch + pitch / 2)
    values.set("tick_y", base + 16)
    values.set("tick_label", bar.label)
    values.set("subtick_y", base + 32)
    values.set("subtick", bar.sublabel)
    return values
  }

  private func y(_ count: Int) -> Int {
    base - (count * plotHeight + scale.top / 2) / scale.top
  }
}

extension RowStanding {
  /// `2 critical, 1 warning`: worst first, without zeros.
  static func words(_ counts: [RowStanding: Int]) -> String {
    let said = allCases.compactMap { standing in
      counts[standing].flatMap { $0 > 0 ? "\(Wording.number($0)) \(standing.word)" : nil }
    }
    return said.isEmpty ? "none" : said.joined(separator: ", ")
  }
}
