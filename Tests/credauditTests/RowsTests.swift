import Testing

@testable import credaudit

/// Tables for people.
@Suite struct RowsTests {
  @Test(
    "Columns stand below each other, and no letter of a name is lost",
    arguments: ["contoso", "🏢 Zürich", "👩‍👩‍👧‍👦", "e\u{301}te\u{301}", ""])
  func columns(_ name: String) throws {
    var rows = Rows(["subject", "verdict", "summary"])
    rows.add(texts: [name, "pass", "a"])
    rows.add(texts: ["a somewhat longer name", "unknown", nil])
    let lines = rows.text(.table).split(separator: "\n")
    #expect(lines[1].hasPrefix(name + " "))
    for line in lines.prefix(2) { #expect(Array(line)[22...23] == [" ", " "]) }
    #expect(lines[1].dropFirst(24).hasPrefix("pass     a"))
  }
}
