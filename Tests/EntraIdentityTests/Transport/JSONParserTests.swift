import EntraIdentity
import Foundation
import Testing

@Suite struct JSONParserTests {
  private func parse(_ text: String) throws -> JSONValue { try .parse(Array(text.utf8)) }

  @Test func valuesComeOutAsTheyWentIn() throws {
    let text =
      #"{"a":[1,-2.5,1e2,"x\u00e9\ud83d\ude00\n",true,null],"b":{},"a2":9223372036854775808}"#
    let value = try parse(text)
    #expect(
      value["a"]
        == .array([
          .integer(1), .number(-2.5), .number(100), .string("xé😀\n"), .bool(true), .null,
        ]))
    #expect(value["b"] == .object([:]))
    #expect(value["a2"]?.integer == nil)
    #expect(try parse(#"{"a":1,"a":2}"#)["a"] == .integer(2))
    #expect(try parse(#""\ud800x""#) == .string("\u{FFFD}x"))
  }

  @Test(
    arguments: [
      ("3599", 3599 as Int?), ("3599.0", 3599), ("\"3599\"", 3599), ("3599.5", nil), ("1e300", nil),
      ("\"\"", nil), ("true", nil), ("\"1 \"", nil), ("9223372036854775808", nil),
    ]) func aNumberMayBeTextWhereServicesWriteItSo(_ text: String, _ expected: Int?) throws
  {
    #expect(try parse(text).lenientInteger == expected)
  }

  @Test(
    arguments: [
      "", " ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "'a'", "01", "+1", "1.", ".5", "-", "1e", "NaN",
      "\"\u{01}\"", "\"\\x\"", "\"\\u12\"", "{} {}", "[1 2]", "tru", "1e999", "\"a",
      String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
      String(repeating: "[", count: 500) + String(repeating: "]", count: 500),
    ]) func whatIsNotJSONOrTooDeepIsRefused(_ text: String)
  {
    #expect(throws: JSONParser.Problem.self) { try parse(text) }
  }

  @Test func textThatIsNotUTF8IsRefused() {
    #expect(throws: JSONParser.Problem.self) { try JSONValue.parse([0x22, 0xFF, 0x22]) }
    #expect(throws: JSONParser.Problem.self) { try JSONValue.parse([0x22, 0xC0, 0xAF, 0x22]) }
  }

  /// Text with more marks in a row than this takes a time that grows with their square to hash.
  @Test(arguments: ["\u{301}\u{316}", #"\u0301\u0316"#])
  func marksWithoutEndArePartedInNamesAndValues(_ marks: String) throws {
    let text = "e" + String(repeating: marks, count: 5_000)
    let members = try #require(try parse("{\"\(text)\":\"\(text)\"}").object)
    let found = [try #require(members.keys.first), try #require(members.values.first?.string)]
    for text in found {
      let runs = text.unicodeScalars.split {
        $0.properties.canonicalCombiningClass == .notReordered
      }
      #expect(runs.map(\.count).max() == 30)
      #expect(runs.joined().count == 10_000)
    }
  }

  @Test(arguments: ["zalgo\u{301}\u{316}\u{316}", "ệ", "שָׁלוֹם", "नमस्ते", "👩🏽‍💻", "각"])
  func honestMarksStay(_ text: String) throws {
    let found = try #require(try parse("\"\(text)\"").string)
    #expect(found.unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test(.enabled(if: Corpora.folder != nil, "needs CREDAUDIT_CORPORA"))
  func othersVectorsParseOrFailAsTheirNamesSay() throws {
    let files = try Corpora.files("json")
    #expect(files.count > 200)
    for file in files {
      let name = file.lastPathComponent
      let bytes = Array(try Data(contentsOf: file))
      let parsed = (try? JSONValue.parse(bytes)) != nil
      if name.hasPrefix("y_") { #expect(parsed, "\(name)") }
      if name.hasPrefix("n_") { #expect(!parsed, "\(name)") }
    }
  }
}
