import AuditReports
import CredentialAudit

/// Rows with named columns, as a table for people, JSON for programs or CSV for spreadsheets.
struct Rows {
  let columns: [String]
  private(set) var rows: [[Cell]] = []

  init(_ columns: [String]) {
    self.columns = columns
  }

  mutating func add(_ row: [Cell]) {
    rows.append(row)
  }

  /// Rows of texts only.
  mutating func add(texts row: [String?]) {
    rows.append(row.map(Cell.init))
  }

  func text(_ format: OutputFormat) -> String {
    switch format {
    case .table: table
    case .json: json.document
    case .csv: csv
    }
  }

  /// One object a row.
  var json: JSONValue { .array(rows.map { .object(columns, $0) }) }

  /// Numbers stand below each other's last digit.
  private var table: String {
    let words = [columns] + rows.map { $0.map { TerminalEscaping.line($0.words) } }
    let widths = columns.indices.map { index in words.map { $0[index].count }.max() ?? 0 }
    let isNumeric = columns.indices.map { index in
      rows.contains { if case .number = $0[index] { true } else { false } }
    }
    return words.map { row in
      var line = row.indices.map { index in
        // By characters: Foundation counts UTF-16, and would cut a name of others short.
        let padding = String(repeating: " ", count: widths[index] - row[index].count)
        return isNumeric[index] ? padding + row[index] : row[index] + padding
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  private var csv: String {
    ([columns.map(CSVEscaping.cell)] + rows.map { $0.map(Self.field) }).map { row in
      row.joined(separator: ",") + "\r\n"
    }.joined()
  }

  /// A number stays one however it is signed; a text that looks like a formula does not.
  private static func field(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): CSVEscaping.cell(text)
    case .number(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .none: ""
    }
  }
}
