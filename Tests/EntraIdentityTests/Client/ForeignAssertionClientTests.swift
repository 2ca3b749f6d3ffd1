import EntraIdentity
import Foundation
import TestSupport
import Testing

@Suite("A client that presents what somebody else signed") struct ForeignAssertionClientTests {
  @Test("warns of a static assertion, and says when it ends")
  func staticAssertion() async throws {
    let claims = Data(#"{"exp":1795003600}"#.utf8).base64EncodedString().replacing("=", with: "")
    let header = Data(#"{"alg":"RS256"}"#.utf8).base64EncodedString().replacing("=", with: "")
    let bench = try ClientBench(credential: .assertion(Secret("\(header).\(claims).c2ln")))
    let expected = [
      AcquiredToken.Warning.staticAssertion(expires: Date(timeIntervalSince1970: 1_795_003_600))
    ]
    #expect(try await bench.client.acquireToken(for: [.microsoftGraph]).warnings == expected)
    #expect(try await bench.client.acquireToken(for: [.microsoftGraph]).warnings == expected)
    #expect(try await ClientBench().client.acquireToken(for: [.microsoftGraph]).warnings.isEmpty)
  }

  @Test("asks the provider for an assertion with what it may need, for each request")
  func provider() async throws {
    let contexts = ContextLog()
    let bench = try ClientBench(
      credential: .assertionProvider(
        AssertionProvider { context in
          await contexts.add(context)
          return Secret("assertion-\(await contexts.all.count)")
        }))
    let id = UUID()
    _ = try await bench.client.acquireToken(
      for: [.microsoftGraph], options: AcquisitionOptions(fmiPath: "a/b", correlationID: id))
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    let seen = await contexts.all
    #expect(seen.map(\.fmiPath) == ["a/b", nil])
    #expect(seen.first?.clientID == ClientID("client-1"))
    #expect(seen.first?.correlationID == id)
    #expect(seen.first?.tokenEndpoint == bench.service.tokenRequests.first?.url)
    #expect(
      bench.service.tokenRequests.map { $0.field("client_assertion") }
        == ["assertion-1", "assertion-2"])
  }

  @Test("hands on what a provider throws, and sends nothing")
  func providerFails() async throws {
    struct Broken: Error {}
    let bench = try ClientBench(
      credential: .assertionProvider(AssertionProvider { _ in throw Broken() }))
    let error = await #expect(throws: TokenError.self) {
      try await bench.client.acquireToken(for: [.microsoftGraph])
    }
    guard case .request(.assertionProvider(let cause))? = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(cause is Broken)
    #expect(bench.service.tokenRequests.isEmpty)
  }
}

private actor ContextLog {
  private(set) var all: [AssertionContext] = []
  func add(_ context: AssertionContext) { all.append(context) }
}
