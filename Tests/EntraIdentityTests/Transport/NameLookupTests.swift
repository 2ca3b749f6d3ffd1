import EntraIdentity
import Testing

@Suite struct NameLookupTests {
  @Test func aNameOfThisMachineIsFound() async {
    #expect(await NameLookup.resolve("localhost", within: .seconds(30)) == .found)
  }

  /// An empty label is no name, so that nobody outside is asked for it.
  @Test func whatIsNoNameFailsWithTheResolversWords() async {
    let outcome = await NameLookup.resolve("login..example", within: .seconds(30))
    guard case .failed(let words) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(!words.isEmpty && words.lowercased() == words)
  }
}
