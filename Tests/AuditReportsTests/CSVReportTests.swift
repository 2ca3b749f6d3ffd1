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
