import Testing

@testable import CredentialAudit

@Suite("The inventory's limits")
struct InventoryLoaderTests {
  @Test("a thousand problems are listed and the rest counted")
  func manyProblems() {
    let text = "version: 1\ntenants:\n" + String(repeating: "  - x\n", count: 1_500)
    let problems = Fixture.problems(in: text)
    #expect(problems.count == ProblemLog.limit + 1)
    #expect(problems.last?.code == .tooManyProblems)
    #expect(problems.last?.message == "500 more problems are not listed")
  }

  @Test("a template's mistake is told once, however often it is merged")
  func templatesAreToldOnce() {
    let tenants = (1...50).map {
      "  - { <<: *t, name: t\($0) }\n"
    }.joined()
    let text = """
      version: 1
      tenants:
        - &t { name: t0, authority: https://login.microsoftonline.com/a.example, kind: wrong }

      """
    #expect(Fixture.problems(in: text + tenants).map(\.code) == [.choice])
  }

  @Test(
    "each file says at its first characters that it is not UTF-8",
    arguments: [
      [0xFF, 0xFE, 0x76, 0x00], [0xFE, 0xFF, 0x00, 0x76], [0x76, 0x00, 0x65, 0x00],
      [0x00, 0x76, 0x00],
      [0xFF, 0xFE, 0x00, 0x00],
    ] as [[UInt8]])
  func otherEncodings(_ bytes: [UInt8]) {
    let problems = Fixture.problems(in: bytes)
    #expect(problems.map(\.code) == [.encoding])
    #expect(problems.first?.message.contains("UTF-16") == true)
  }

  @Test("a byte order mark is not a part of the text")
  func byteOrderMark() {
    let text = "version: 1\ntenants: [{ name: a, authority: https://login.microsoftonline.com/a }]"
    #expect(Fixture.problems(in: [0xEF, 0xBB, 0xBF] + Array(text.utf8)).isEmpty)
  }

  @Test("a file that ends within a character is refused")
  func cutCharacter() {
    #expect(Fixture.problems(in: Array("a: Z".utf8) + [0xC3]).map(\.code) == [.encoding])
  }

  @Test("no more than one tenant of a large inventory is held as nodes")
  func streaming() throws {
    // 20,000 credentials in 200 tenants: the length of the list does not change what is held.
    let credentials = (0..<100).map {
      "        - { name: c\($0), secret: { env: SECRET_\($0) }, expires: 2027-01-31 }\n"
    }.joined()
    var text = "version: 1\ntenants:\n"
    for tenant in 0..<200 {
      text += """
          - name: t\(tenant)
            authority: https://login.microsoftonline.com/contoso.example
            applications:
            - name: a
              client_id: 8b1ea1ee-9a2c-4b0b-8a28-6a32a8f9a3d4
              credentials:
        \(credentials)
        """
    }
    var items = 0
    var largest = 0
    try YAMLDocument.read(Array(text.utf8), streamed: "tenants") { part in
      guard case .item(_, let node) = part else { return }
      items += 1
      largest = max(largest, nodeCount(node))
    }
    #expect(items == 200 && largest < 1_000)
  }

  private func nodeCount(_ node: YAMLNode) -> Int {
    switch node.content {
    case .scalar: 1
    case .sequence(let items): items.reduce(1) { $0 + nodeCount($1) }
    case .mapping(let entries): entries.reduce(1) { $0 + 1 + nodeCount($1.value) }
    }
  }
}
