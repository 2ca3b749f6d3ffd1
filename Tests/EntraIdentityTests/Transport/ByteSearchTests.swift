import Testing

@testable import EntraIdentity

@Suite("A text that holds another") struct ByteSearchTests {
  @Test(
    "holds it byte for byte, wherever it stands",
    arguments: [
      ("abcabd", "abd", true), ("abcabd", "abc", true), ("abcabd", "bca", true),
      ("aaab", "aab", true), ("abc", "abcd", false), ("abc", "B", false), ("", "a", false),
      ("abc", "", true), ("", "", true), ("größe", "öß", true), ("e\u{301}", "é", false),
    ])
  func table(text: String, wanted: String, isThere: Bool) {
    #expect(text.holds(wanted) == isThere)
  }
}
