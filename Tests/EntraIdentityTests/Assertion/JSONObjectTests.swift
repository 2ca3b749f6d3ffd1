import Foundation
import Testing

@testable import EntraIdentity

@Suite("Where a JSON object's members lie") struct JSONObjectTests {
  private func values(_ text: String) -> [String: String]? {
    let bytes = Array(text.utf8)
    return JSONObject(bytes).map { object in
      Dictionary(
        uniqueKeysWithValues: object.members.map {
          ($0.name, String(decoding: bytes[$0.range], as: UTF8.self))
        })
    }
  }

  @Test("Values are found without the blanks around them")
  func spans() {
    let text = " {\n\"a\" : \"x\\\"},{\" , \"b\":[1,{\"a\":2}] ,\"c\":-1.5e3,\"d\":{} } \r\n"
    #expect(
      values(text) == ["a": "\"x\\\"},{\"", "b": "[1,{\"a\":2}]", "c": "-1.5e3", "d": "{}"])
    #expect(values("{}") == [:])
  }

  @Test(
    "What is no object, or only nearly one, is refused",
    arguments: [
      "", " ", "[]", "1", "null", "{", "}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\":1}}",
      "{\"a\":1} x", "{a:1}", "{\"a\":\"x}", "{\"a\":\"x\\\"}", "{\"a\":[1}",
      "{\"a\":1e400}",
      "{\"a\":tru}", "{,}", "{\"a\":1,,}",
      "{\"a\" 1}", "{\"a\\u12\":1}", "\u{FEFF}{\"a\":1}",
    ])
  func refused(text: String) {
    #expect(values(text) == nil)
  }

  @Test("Marks without end are parted in names, which are hashed")
  func marks() throws {
    for mark in ["\u{301}", #"\u0301"#] {
      let text = "{\"e" + String(repeating: mark, count: 5_000) + "\":1}"
      let name = try #require(JSONObject(Array(text.utf8))?.members.first?.name)
      let runs = name.unicodeScalars.split(separator: "\u{34F}")
      #expect(runs.map(\.count).max() == 31 && runs.joined().count == 5_001)
    }
  }

  @Test("Deep nesting is refused at once, wherever it stands")
  func depth() {
    for bracket in ["[", "{\"a\":"] {
      let deep = String(repeating: bracket, count: 100_000)
      #expect(JSONObject(Array("{\"a\":\(deep)".utf8)) == nil)
    }
    let allowed = String(repeating: "[", count: 30) + String(repeating: "]", count: 30)
    #expect(JSONObject(Array("{\"a\":\(allowed)}".utf8)) != nil)
  }

  @Test("A name that stands twice is seen, in any spelling")
  func repetition() {
    #expect(JSONObject(Array(#"{"alg":1,"\u0061lg":2}"#.utf8))?.hasRepeatedNames == true)
    #expect(JSONObject(Array(#"{"a":{"b":1},"b":2}"#.utf8))?.hasRepeatedNames == false)
  }

  @Test(
    "Whatever it accepts, a decoder accepts or refuses, and nothing crashes",
    .enabled(if: TestVectors.json != nil, "CREDAUDIT_CORPORA names no test vectors"))
  func suite() throws {
    let folder = try #require(TestVectors.json)
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "json" }
    #expect(files.count > 300)
    for file in files {
      let bytes = Array(try Data(contentsOf: file))
      let found = JSONObject(bytes)
      let isObject = (try? JSONSerialization.jsonObject(with: Data(bytes))) is [String: Any]
      if file.lastPathComponent.hasPrefix("y_"), isObject {
        #expect(found != nil, "\(file.lastPathComponent)")
      }
      // Through the whole path, as a key set and as a token's payload.
      _ = try? KeySet(json: bytes)
      let token = TestJWS.encode(#"{"alg":"RS256"}"#) + "." + TestJWS.encode(Data(bytes)) + ".AA"
      _ = ForeignAssertion(Secret(token))
    }
  }
}
