import Testing

@testable import CredentialAudit

@Suite("A table of values by text") struct TextTableTests {
  @Test("finds each of few and of many, and nothing else", arguments: [0, 1, 11, 12, 13, 40])
  func sizes(_ count: Int) {
    var table = TextTable<Int>()
    for number in 0..<count {
      #expect(table["text \(number)"] == nil)
      table.add(number, of: "text \(number)")
    }
    #expect((0..<count).allSatisfy { table["text \($0)"] == $0 })
    #expect(table["text \(count)"] == nil)
    #expect(table[""] == nil)
  }
}
