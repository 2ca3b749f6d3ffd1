import AuditReports
import Foundation

/// Rows with named columns, as a table for people, JSON for programs or CSV for spreadsheets.
struct Rows {
  let columns: [String]
  private(set) var rows: [[String]] = []

  init(_ columns: [String]) {
    self.columns = columns
  }

  mutating func add(_ row: [String?]) {
    rows.append(row.map { $0 ?? "" })
  }

  func text(_ format: OutputFormat) throws -> String {
    switch format {
    case .table: table
    case .json: try json
    case .csv: csv
    }
  }

  /// The last column may be long and is not padded.
  private var table: String {
    let widths = columns.indices.map { index in
      rows.map { $0[index].count }.reduce(columns[index].count, max)
    }
    return ([columns] + rows).map { row in
      row.indices.map { index in
        index == row.count - 1
          // By characters: Foundation counts UTF-16, and would cut a name of others short.
          ? row[index]
          : row[index] + String(repeating: " ", count: widths[index] - row[index].count)
      }.joined(separator: "  ")
    }.joined(separator: "\n") + "\n"
  }

  private var json: String {
    get throws {
      let objects = rows.map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(objects), as: UTF8.self) + "\n"
    }
  }

  private var csv: String {
    ([columns] + rows).map { row in
      row.map(CSVEscaping.cell).joined(separator: ",") + "\r\n"
    }.joined()
  }
}
