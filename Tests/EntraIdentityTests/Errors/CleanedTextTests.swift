import EntraIdentity
import Testing

@Suite struct CleanedTextTests {
  @Test(
    arguments: [
      ("plain text", "plain text"), ("  a \t b\r\n\r\nc  ", "a b c"),
      ("\u{1B}[31;1mred\u{1B}[0m", "red"), ("\u{1B}]0;title\u{07}x", "x"),
      ("\u{1B}]8;;https://evil.example\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"),
      ("\u{9B}2Jx", "x"), ("a\u{1B}(Bb", "ab"), ("a\u{1B}cb", "ab"), ("a\u{1B}", "a"),
      ("a\u{1B}]never ends", "a"), ("a\u{0}\u{8}\u{7F}\u{85}b", "a b"),
      ("\u{202E}gnp.exe", "gnp.exe"), ("a\u{200B}\u{200D}\u{FEFF}\u{2066}\u{00AD}b", "ab"),
      ("a\u{2028}b\u{2029}c", "a b c"), ("a\u{E0041}\u{3164}b", "ab"), ("Zoë 東京", "Zoë 東京"),
      ("", ""), ("\u{1B}", ""),
    ]) func onlyWhatCanBeSeenStays(_ text: String, _ expected: String)
  {
    #expect(text.cleaned() == expected)
  }

  @Test func whatIsTooLongEndsInAnEllipsis() {
    #expect(String(repeating: "x", count: 501).cleaned().unicodeScalars.count == 500)
    #expect("abcdef".cleaned(maximum: 4) == "abc…")
    #expect("abcd".cleaned(maximum: 4) == "abcd")
    let accents = "e" + String(repeating: "\u{0301}", count: 100_000)
    #expect(accents.cleaned().unicodeScalars.count == 500)
    #expect("abc".cleaned(maximum: 0) == "…")
  }
}
