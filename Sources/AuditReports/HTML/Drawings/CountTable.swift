/// Numbers by standing, for the tables that say a drawing in words.
enum CountTable {
  /// One row. Only columns that some row of the table fills are worth a column, so all rows are made
  /// from the same standings.
  static func row(
    _ label: String, _ counts: [RowStanding: Int], columns: [RowStanding]
  ) -> TemplateValues {
    var values = TemplateValues()
    values.set("row_label", label)
    values.set(
      "cells",
      columns.map { standing in
        var cell = TemplateValues()
        cell.set("cell", Wording.number(counts[standing] ?? 0))
        cell.set("cell_is_zero", counts[standing] ?? 0 == 0)
        return cell
      })
    values.set("row_total", Wording.number(counts.values.reduce(0, +)))
    return values
  }

  /// The table's heads.
  static func heads(_ columns: [RowStanding]) -> [TemplateValues] {
    columns.map { standing in
      var values = TemplateValues()
      values.set("column", standing.word)
      return values
    }
  }

  /// The standings that occur, worst first.
  static func columns(of rows: [[RowStanding: Int]]) -> [RowStanding] {
    RowStanding.allCases.filter { standing in rows.contains { $0[standing] ?? 0 > 0 } }
  }
}
