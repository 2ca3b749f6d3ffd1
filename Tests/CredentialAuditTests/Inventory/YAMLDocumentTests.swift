import Testing

@testable import CredentialAudit

@Suite("YAML")
struct YAMLDocumentTests {
  private func code(_ text: String, _ limits: YAMLLimits = YAMLLimits()) -> InventoryProblem.Code? {
    do {
      return try YAMLDocument.whole(Array(text.utf8), limits: limits).problems.first?.code
    } catch {
      return error.code
    }
  }

  @Test(
    "what YAML does not allow, or we do not, is refused with its own word",
    arguments: [
      ("a: b: c", .syntax), ("a: [b", .syntax), ("a:\n\t- b", .tabIndentation),
      ("a: *b", .unknownAnchor),
      ("&a [*a]", .aliasExpansion), ("a: &b { c: *b }", .aliasExpansion),
      ("a: 1\na: 2", .duplicateKey),
      ("a: 1\n\"a\": 2", .duplicateKey), ("{<<: {b: 1}, <<: {c: 1}}", .duplicateKey),
      ("<<: [1]", .merge),
      ("? [a]\n: b", .wrongType), ("a: !!binary aGk=", .tag), ("a: !env X", .tag),
      ("--- a\n--- b", .severalDocuments),
      ("a\n...\n---\nb", .severalDocuments), ("a: \u{7}", .encoding),
      ("a: \u{85}b\u{80}", .encoding),
      ("%YAML 3.0\n--- a", .syntax),
    ] as [(String, InventoryProblem.Code)])
  func refused(_ text: String, _ expected: InventoryProblem.Code) {
    #expect(code(text) == expected)
  }

  @Test(
    "what is allowed is taken",
    arguments: [
      "", "# nothing", "---", "a", "a: !!str 1", "a: &x 1\nb: *x", "%YAML 1.2\n---\na: b",
      "a: |\n  b\n  c",
      "a: 'it''s'", "\"<<\": 1", "a: &x {}\nb: { <<: *x }",
    ])
  func taken(_ text: String) {
    #expect(code(text) == nil)
  }

  @Test("nesting ends where no inventory goes")
  func depth() {
    let limit = YAMLLimits().depth
    let nested = { (n: Int) in String(repeating: "[", count: n) + String(repeating: "]", count: n) }
    #expect(code(nested(limit)) == nil)
    #expect(code(nested(limit + 1)) == .tooDeep)
    #expect(code(nested(200_000)) == .tooDeep)
    #expect(code(String(repeating: "{a: ", count: 500)) == .tooDeep)
    #expect(code(String(repeating: "- ", count: 500)) == .tooDeep)
  }

  @Test("nine aliases of nine aliases stop where they become more than the file can pay for")
  func billionLaughs() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let problem = #expect(throws: YAMLProblem.self) { try YAMLDocument.whole(Array(text.utf8)) }
    #expect(problem?.code == .aliasExpansion && problem?.position.line == 6)
  }

  @Test("merges are paid for too")
  func mergeBomb() {
    var text = "- &m { " + (0..<500).map { "k\($0): 1" }.joined(separator: ", ") + " }\n"
    for _ in 0..<300 { text += "- <<: *m\n" }
    #expect(code(text) == .aliasExpansion)
  }

  @Test("a template in every one of many items is not an explosion")
  func honestTemplates() {
    var text = "- &t { a: 1, b: 2, c: 3, d: { e: 4 } }\n"
    for _ in 0..<5_000 { text += "- { <<: *t, a: 2 }\n" }
    #expect(code(text) == nil)
  }

  @Test("a mapping with many keys still finds a second one")
  func manyKeys() throws {
    let text = (0..<2_000).map { "k\($0): 1\n" }.joined() + "k7: 2\n"
    let result = try YAMLDocument.whole(Array(text.utf8))
    #expect(result.problems.map(\.position.line) == [2_001])
    #expect(result.problems.first?.message.contains("first on line 8, column 1") == true)
  }

  @Test("explicit keys win over merged ones, and a merge is not transitive by order")
  func merges() throws {
    let text = "- &a { x: 1, y: 1 }\n- &b { <<: *a, y: 2 }\n- { z: 3, <<: [*b, { x: 9, w: 4 }] }"
    guard case .sequence(let items) = try YAMLDocument.whole(Array(text.utf8)).node?.content,
      case .mapping(let entries) = items[2].content
    else {
      Issue.record("not a list of mappings")
      return
    }
    let values = entries.map { entry in
      if case .scalar(let text, _) = entry.value.content { entry.key + text } else { entry.key }
    }
    #expect(values == ["z3", "y2", "x1", "w4"])
  }

  @Test("a syntax error tells its line and column and nothing of the file")
  func syntaxError() {
    let problem = #expect(throws: YAMLProblem.self) {
      try YAMLDocument.whole(Array("a: b\nc: \"LEAK\n".utf8))
    }
    #expect(problem?.position == YAMLPosition(line: 3, column: 1))
    #expect(problem?.message.contains("LEAK") == false)
  }
}
