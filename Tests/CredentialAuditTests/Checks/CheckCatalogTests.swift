import CredentialAudit
import Testing

@Suite("The catalogue of checks")
struct CheckCatalogTests {
  @Test("asks every question once, in the order of the ids")
  func everyIdOnce() {
    let ids = CheckCatalog.authority.map(\.id) + CheckCatalog.credential.map(\.id)
    #expect(ids == CheckID.allCases)
  }

  @Test("names a question and a reference for every check", arguments: CheckID.allCases)
  func everyCheckIsExplained(id: CheckID) throws {
    let entry = try #require(CheckCatalog.entry(id))
    #expect(entry.question.hasSuffix("?"))
    #expect(!entry.reference.isEmpty)
  }

  @Test(
    "has a cause and a fix for every code", arguments: CodeMeaning.all.values.map(\.code).sorted())
  func everyCodeIsExplained(code: String) throws {
    let meaning = try #require(CodeMeaning.all[code])
    #expect(meaning.cause.hasSuffix(".") && meaning.fix.hasSuffix("."))
    #expect(code.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "kebab-case: \(code)")
  }
}
