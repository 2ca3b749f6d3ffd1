import EntraIdentity
import Foundation
import Testing

@Suite struct AADSTSCatalogTests {
  @Test func theCatalogueIsWholeAndEveryEntrySaysWhatToDo() {
    #expect(AADSTSCatalog.all.count == 925)
    #expect(AADSTSCatalog.all.map(\.code) == AADSTSCatalog.all.map(\.code).sorted())
    for entry in AADSTSCatalog.all {
      #expect(!entry.cause.isEmpty && !entry.fix.isEmpty, "\(entry.code)")
    }
  }

  @Test(
    arguments: [
      (7_000_222, RefusalCategory.credentialExpired, false),
      (7_000_215, .credentialInvalid, true), (700_016, .appMissing, false),
      (90002, .tenantMissing, false), (50196, .throttled, false),
      (700_027, .credentialInvalid, false),
    ]) func theCodesThatMatterMostAreThere(
      _ code: Int, _ category: RefusalCategory, _ maySpread: Bool
    ) throws
  {
    let entry = try #require(AADSTSCatalog.meaning(of: code))
    #expect(entry.category == category)
    #expect(entry.maySpread == maySpread)
  }

  @Test func codesAreWholeNumbers() {
    #expect(AADSTSCatalog.meaning(of: 70021)?.code == 70021)
    #expect(AADSTSCatalog.meaning(of: 700_211)?.code == 700_211)
    #expect(AADSTSCatalog.meaning(of: 7) == nil)
    #expect(AADSTSCatalog.meaning(of: -700_016) == nil)
  }

  private struct Fact: Decodable {
    let code: Int
    let name: String?
    let category: String
    let applies_to_client_credentials: Bool?
    let retryable: Bool
    let summary: String
    let fix: String
  }

  @Test(.enabled(if: Corpora.facts != nil, "needs CREDAUDIT_FACTS or CREDAUDIT_CORPORA"))
  func theTableSaysWhatTheFactsSay() throws {
    let file = try #require(Corpora.facts).appendingPathComponent("aadsts.json")
    let facts = try JSONDecoder().decode([Fact].self, from: Data(contentsOf: file))
    #expect(facts.count == AADSTSCatalog.all.count)
    for fact in facts {
      let entry = try #require(AADSTSCatalog.meaning(of: fact.code))
      #expect(
        entry
          == RefusalMeaning(
            code: fact.code, name: fact.name,
            category: try #require(RefusalCategory(rawValue: fact.category)), cause: fact.summary,
            fix: fact.fix, isRetryable: fact.retryable,
            appliesToClientCredentials: fact.applies_to_client_credentials ?? false,
            maySpread: fact.code == 7_000_215))
    }
  }

  @Test func everyCodeIsInExactlyOneClassOfItsOwn() {
    let byClass = RefusalCategory.allCases.map(AADSTSCatalog.meanings(in:))
    #expect(byClass.reduce(0) { $0 + $1.count } == AADSTSCatalog.all.count)
    #expect(
      AADSTSCatalog.meanings(in: .credentialExpired).map(\.code).contains(7_000_222))
  }

  @Test func everyOAuthErrorStandsOnceAndSaysWhatToDo() {
    let words = OAuthErrorMeaning.all.map(\.error)
    #expect(Set(words).count == words.count)
    #expect(OAuthErrorMeaning.all.allSatisfy { !$0.cause.isEmpty && !$0.fix.isEmpty })
    #expect(OAuthErrorMeaning.meaning(of: "invalid_client")?.category == .credentialInvalid)
    #expect(OAuthErrorMeaning.meaning(of: "invalid") == nil)
  }
}
