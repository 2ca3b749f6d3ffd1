import AuditReports
import CredentialAudit
import Foundation
import TestSupport
import Testing

@Suite("findings.csv")
struct CSVReportTests {
  /// RFC 4180, section 2, strictly: a quote only where a field begins, doubled within.
  private func rows(_ run: any RunReader) throws -> [[String]] {
    var text = Substring(try Output.csv.text(of: run)).unicodeScalars
    #expect(text.removeFirst() == "\u{FEFF}")
    var (rows, row, field): ([[String]], [String], String) = ([], [], "")
    while let scalar = text.popFirst() {
      switch scalar {
      case "\"":
        try #require(field.isEmpty, "a quote within a bare field")
        while let inner = text.popFirst() {
          if inner != "\"" {
            field.unicodeScalars.append(inner)
          } else if text.first == "\"" {
            field.unicodeScalars.append(text.removeFirst())
          } else {
            break
          }
        }
        let next = try #require(text.first)
        #expect(next == "," || next == "\r")
      case ",":
        row.append(field)
        field = ""
      case "\r":
        try #require(text.popFirst() == "\n")
        rows.append(row + [field])
        (row, field) = ([], "")
      default: field.unicodeScalars.append(scalar)
      }
    }
    #expect(row.isEmpty && field.isEmpty)
    return rows
  }

  @Test("Every row has every column, and every finding has a row")
  func oneRowPerFinding() throws {
    let run = SampleRun.whole
    let rows = try rows(run)
    let header = try #require(rows.first)
    #expect(rows.allSatisfy { $0.count == header.count })
    let findings =
      run.authorities.reduce(0) { $0 + $1.findings.count }
      + run.credentials.reduce(0) { $0 + $1.findings.count }
    #expect(rows.count == 1 + run.noticeList.count + findings)
    #expect(Set(rows.dropFirst().compactMap(\.first)) == ["notice", "authority", "credential"])
  }

  @Test("No cell begins as a formula, be it after blanks or a semicolon")
  func noFormula() throws {
    let starts: Set<Character> = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]
    for cell in try rows(SampleRun.whole).joined() where Int(cell) == nil {
      for part in cell.split(separator: ";") {
        let first = part.drop { $0 == " " }.first
        #expect(first.map(starts.contains) != true, "\(cell.prefix(40))")
      }
    }
  }

  /// What a spreadsheet makes of the raw lines where lists are separated by semicolons: a quote at the
  /// start of a cell opens it, what stands behind the closing one goes on.
  private func cellsBySemicolon(_ text: String) -> [String] {
    var (cells, cell, isStart, isQuoted) = ([String](), "", true, false)
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          cell.unicodeScalars.append(scalar)
        } else if rest.first == "\"" {
          cell.unicodeScalars.append(rest.removeFirst())
        } else {
          isQuoted = false
        }
      } else if scalar == "\"", isStart {
        (isStart, isQuoted) = (false, true)
      } else if scalar == ";" || scalar == "\n" {
        cells.append(cell)
        (cell, isStart) = ("", true)
      } else {
        cell.unicodeScalars.append(scalar)
        isStart = false
      }
    }
    return cells
  }

  @Test(
    "No cell is a formula where semicolons separate, be it behind a quote",
    arguments: [
      "x;=1+1", "x;\"=1+cmd|' /C calc'!A0;", "x; \"\" @SUM(A1);", "x;\"\"\"-1;", "\";+1;\"",
    ])
  func semicolons(name: String) throws {
    let credential = Make.credential("t", name, findings: [Make.finding(.pass)])
    let run = MemoryRun(run: SampleRun.facts(), credentials: [credential])
    let cells = cellsBySemicolon(try Output.csv.text(of: run))
    #expect(cells.count > 2)
    for cell in cells {
      let first = cell.unicodeScalars.first { $0 != " " && $0 != "\"" }
      #expect(first.map { "=+-@".unicodeScalars.contains($0) } != true, "\(cell)")
    }
  }

  @Test("A negative number of days stays a number")
  func negativeDays() throws {
    let rows = try rows(SampleRun.whole)
    let column = try #require(rows.first?.firstIndex(of: "days_left"))
    #expect(rows.contains { $0[column] == "-3" })
  }

  @Test("Full-width formula signs are disarmed as well", arguments: ["＝1", "＋1", "－1", "＠A"])
  func fullWidth(name: String) throws {
    let credential = Make.credential("t", name, findings: [Make.finding(.pass)])
    let run = MemoryRun(run: SampleRun.facts(), credentials: [credential])
    #expect(try rows(run).joined().contains("'" + name))
  }
}
