import Testing

@testable import AuditReports

@Suite("Markup")
struct MarkupTests {
  private func text(_ markup: Markup) -> String { String(decoding: markup.bytes, as: UTF8.self) }

  @Test(
    "What is put into markup stays text",
    arguments: [
      ("<b>", "&lt;b&gt;"), ("a & b", "a &amp; b"), ("\" onload=\"x", "&quot; onload=&quot;x"),
      ("it's", "it&#39;s"), ("größe", "größe"), ("plain", "plain"), ("", ""),
      // A mark that is joined to a quote does not carry it past the escaping.
      ("\"\u{301}", "&quot;\u{2060}"), ("tab\there\u{1B}[31m", "tab here[31m"),
    ])
  func escapes(value: String, expected: String) {
    #expect(text("<i title=\"\(value)\">") == "<i title=\"\(expected)\">")
  }

  @Test("A text is cut where it is told to be, before it is escaped")
  func cut() {
    #expect(text("\("<<<<", maximum: 2)") == "&lt;&lt;…")
  }

  @Test("What is not there leaves nothing, and pieces are what they are")
  func pieces() {
    let none: String? = nil
    let absent: Markup? = nil
    let list: [Markup] = ["<b>\("<")</b>", "<i>"]
    #expect(text("<p>\(none)\(markup: absent)\(markup: list)</p>") == "<p><b>&lt;</b><i></p>")
    #expect(text("\(markup: true.then("<p>"))\(markup: false.then("<q>"))") == "<p>")
  }
}
