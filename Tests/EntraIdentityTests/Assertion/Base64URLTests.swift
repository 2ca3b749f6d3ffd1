import Foundation
import Testing

@testable import EntraIdentity

@Suite("Base64url") struct Base64URLTests {
  @Test("Any bytes come back, written as others write them")
  func roundTrip() {
    var generator = SystemRandomNumberGenerator()
    for length in 0..<200 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let text = Base64URL.encode(bytes)
      #expect(text == TestJWS.encode(Data(bytes)))
      #expect(Base64URL.decode(text) == bytes)
    }
  }

  @Test("RFC 7515's own example")
  func example() {
    #expect(Base64URL.encode([3, 236, 255, 224, 193]) == "A-z_4ME")
  }

  @Test(
    "What is not exactly one value's one text is refused",
    arguments: [
      "A", "AAAAA", "AA==", "AAA=", "A A", "AA\n", "A+AA", "A/AA", "AAA\u{0}", "é", "AB", "AAB",
      "AA.", "=",
    ])
  func refused(text: String) {
    #expect(Base64URL.decode(text) == nil)
  }
}
