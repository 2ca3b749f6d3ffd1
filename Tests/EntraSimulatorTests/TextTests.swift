import EntraSimulator
import Foundation
import Testing

@Suite("Texts are read and written exactly")
struct TextTests {
  private func parsed(_ text: String) -> JSONValue? {
    SimulatedResponse(status: 200, body: .bytes(Array(text.utf8))).json
  }

  @Test("JSON keeps order and spelling", arguments: [#"{"b":1.50,"a":[true,null,"x\ny\u0001é"]}"#])
  func roundTrip(text: String) {
    #expect(parsed(text)?.serialized == text)
  }

  @Test("escapes and surrogate pairs are read")
  func escapes() {
    #expect(parsed(#"["\u0041\ud83d\ude00\/\b"]"#) == ["A😀/\u{8}"])
  }

  @Test(
    "what is no JSON is none",
    arguments: [
      "", "{", "[1,]", "{\"a\"}", "tru", "[1 2]", "\"\\ud83d\"", "\"\u{1}\"", "01x", "{}{}",
      String(repeating: "[", count: 1_000) + String(repeating: "]", count: 1_000),
    ])
  func garbage(text: String) {
    #expect(parsed(text) == nil)
  }

  @Test("GUIDs can be computed")
  func numbered() {
    #expect(GUID.numbered(255, kind: 1) == "00000001-0000-4000-8000-0000000000ff")
    #expect(UUID(uuidString: GUID.random()) != nil)
  }
}
