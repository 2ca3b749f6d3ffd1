import Foundation
import Testing

@testable import EntraIdentity

@Suite struct SecretScrubberTests {
  private static let value = "k9+&%~/\"x y=Zq"

  @Test func noFormOfASecretStaysInWhatIsShown() {
    let scrubber = SecretScrubber([Secret(Self.value)])
    let base64 = Data(Self.value.utf8).base64EncodedString()
    let form = FormEncoding.encoded(Self.value)
    let forms = [
      Self.value, form, form.lowercased(), form.replacing("%2B", with: "%2b"),
      form.replacing("+", with: "%20"),
      form.replacing("+", with: "%20").replacing("%7E", with: "~"),
      form.replacing("%7E", with: "~"), base64, base64.replacing("=", with: ""),
      #"k9+&%~\/\"x y=Zq"#, #"k9+&%~/\"x y=Zq"#, "k9+&amp;%~/&quot;x y=Zq",
      Self.value.map { "\($0)\u{200B}" }.joined(),
    ]
    for text in forms {
      #expect(scrubber.shown("you sent \(text) here") == "you sent <redacted> here", "\(text)")
    }
  }

  @Test func aSecretThatACutWouldHalveIsTakenOutBeforeTheCut() {
    let secret = "abcdefghijklmnopqrstuvwxyz"
    let shown = SecretScrubber([Secret(secret)]).shown(
      String(repeating: "x", count: 490) + secret, maximum: 500)
    #expect(!shown.contains("abc"))
  }

  @Test func aTextThatNoHonestServiceSendsIsNotShownAtAll() {
    let text = String(repeating: "x", count: 20_000)
    #expect(SecretScrubber([]).shown(text) == "<20000 bytes>")
  }

  @Test func noPartOfAnAssertionStays() {
    let part = String(repeating: "Ab", count: 40)
    let assertion = "\(part)1.\(part)2.\(part)3"
    let scrubber = SecretScrubber([Secret(assertion)])
    #expect(scrubber.shown("token \(assertion)!") == "token <redacted>!")
    #expect(scrubber.shown("signature \(part)3") == "signature <redacted>")
  }

  @Test func aValueTooShortToBeASecretTakesNoWordsOut() {
    #expect(SecretScrubber([Secret(""), Secret("e")]).shown("every text") == "every text")
  }

  @Test(
    "one way of writing within another",
    arguments: [
      #"k9\u002B\u0026%~/\u0022x y=Zq"#, #"k9\u002b\u0026%~\/\u0022x y=Zq"#,
      "k9%252B%2526%2525%257E%252F%2522x%2520y%253DZq", "k9&#43;&#x26;%~/&#34;x y=Zq",
      #"k9%2B%26%25%7E%2F%22x\u002By%3DZq"#, "K9+&%~/\"X Y=ZQ",
    ])
  func nestedEscapesHideNothing(text: String) {
    let scrubber = SecretScrubber([Secret(Self.value)])
    #expect(scrubber.scrubbed("you sent \(text) here") == "you sent <redacted> here")
  }

  @Test func whatAServerLeftOfASecretIsTakenOut() {
    let scrubber = SecretScrubber([Secret("abcdefghijklmnopqrst")])
    #expect(scrubber.scrubbed("sent abcdefghijkl in vain") == "sent <redacted> in vain")
    #expect(scrubber.scrubbed("sent abcdefg…") == "sent <redacted>…")
    #expect(scrubber.scrubbed("sent abcdefg and more") == "sent abcdefg and more")
  }

  @Test(
    "blanks that a server took from the ends",
    arguments: [" ", "\t", "\r\n", "\u{A0}", "\u{2028}", "\u{3000}"])
  func blanksAtTheEnds(blank: String) {
    for secret in [blank + "night-of-the-owl", blank + "night-of-the-owl" + blank] {
      let shown = SecretScrubber([Secret(secret)]).scrubbed("sent 'night-of-the-owl'.")
      #expect(shown == "sent '<redacted>'.")
    }
  }

  @Test func secretsThatOverlapAreBothTakenOut() {
    let scrubber = SecretScrubber([Secret("abcdefgh"), Secret("efghijkl")])
    #expect(scrubber.scrubbed("-abcdefghijkl-") == "-<redacted>-")
  }

  @Test func aScrubberPrintsNoneOfItsSecrets() {
    let scrubber = SecretScrubber([Secret("abcdefghijklmnopqrst")])
    var dumped = ""
    dump(scrubber, to: &dumped)
    #expect(!"\(scrubber)\(String(reflecting: scrubber))\(dumped)".contains("abcdef"))
  }

  @Test func escapesThatAreNoneAreLeftAlone() {
    let text = #"100% of \q, \u12, &nothing; 50%2"#
    #expect(SecretScrubber([Secret("abcdefgh")]).scrubbed(text) == text)
  }
}
