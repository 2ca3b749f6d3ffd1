import CredentialAudit
import Testing

@testable import AuditStore

@Suite("Texts in a column, as they are mostly written")
struct PlainTextsTests {
  @Test(
    "are read without a parser, to the same that the parser reads",
    arguments: [[], [""], ["prod"], ["prod", "finance"], ["a b, [c] {d}: e", "f"]])
  func plain(list: [String]) throws {
    #expect(PlainTexts.list(StoredText.encode(list)) == list)
    #expect(try StoredText.list(StoredText.encode(list)) == list)
  }

  @Test(
    "and left to the parser where anything is escaped or beyond ASCII",
    arguments: ["quote \" here", "back\\slash", "tab\there", "größe", "\u{7F}", "😀"])
  func escaped(text: String) throws {
    #expect(PlainTexts.list(StoredText.encode([text])) == nil)
    #expect(try StoredText.list(StoredText.encode([text])) == [text])
    let evidence = Evidence([.init(name: "description", value: text)])
    #expect(try StoredText.evidence(StoredText.encode(evidence)) == evidence)
  }

  @Test("pairs too, none and many")
  func pairs() throws {
    for count in [0, 1, 40] {
      let evidence = Evidence((0..<count).map { .init(name: "name_\($0)", value: "value \($0)") })
      #expect(PlainTexts.pairs(StoredText.encode(evidence))?.count == count)
      #expect(try StoredText.evidence(StoredText.encode(evidence)) == evidence)
    }
  }

  @Test(
    "and what is cut, spaced or of another form is never taken for one",
    arguments: [
      "", "[", "[\"a\"", "[\"a", "[\"a\",]", "[\"a\"]x", "[ \"a\"]", "[a]", "[1]", "{}",
      "[[\"a\"]]",
      "[\"a\"][\"b\"]", "null",
    ])
  func malformed(text: String) {
    #expect(PlainTexts.list(text) == nil)
  }

  @Test(
    "and evidence that is no list of pairs is refused",
    arguments: [
      "[[\"a\"]]", "[[\"a\",\"b\",\"c\"]]", "[\"a\",\"b\"]", "[[\"a\",1]]", "[[\"a\",\"b\"]", "{}",
      "",
    ])
  func noEvidence(text: String) {
    #expect(throws: StoredText.Malformed.self) { try StoredText.evidence(text) }
  }
}
