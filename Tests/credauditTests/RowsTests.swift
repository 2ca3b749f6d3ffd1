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

  @Test("A program gets numbers, truths and nulls as such, in the columns' order")
  func json() {
    var rows = Rows(["z", "a", "n", "f", "x"])
    rows.add([.text("\"<b>\u{1B}"), .text("1"), .number(-4), .flag(false), .none])
    #expect(
      rows.text(.json) == """
        [
          {
            "z": "\\"\\u003cb\\u003e\\u001b",
            "a": "1",
            "n": -4,
            "f": false,
            "x": null
          }
        ]

        """)
    #expect(Rows(["a"]).text(.json) == "[]\n")
  }

  @Test("A spreadsheet gets numbers as such, and of a text no formula")
  func csv() {
    var rows = Rows(["name", "days_left", "flapping", "end"])
    rows.add([.text("-4,=x"), .number(-4), .flag(true), .none])
    #expect(rows.text(.csv) == "name,days_left,flapping,end\r\n\"'-4,=x\",-4,true,\r\n")
  }

  @Test("Numbers stand below each other, nothing moves the cursor, and no line ends in blanks")
  func table() {
    var rows = Rows(["days", "name", "owner"])
    rows.add([.number(-400), .text("a\u{1B}[31m\nb"), .none])
    rows.add([.number(7), .text("b"), .text("jo")])
    #expect(
      rows.text(.table) == """
        days  name     owner
        -400  a[31m b
           7  b        jo

        """)
  }
}
