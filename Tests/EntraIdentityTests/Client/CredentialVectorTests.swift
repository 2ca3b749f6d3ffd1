import Foundation
import TestSupport
import Testing

@testable import EntraIdentity

@Suite("Credentials as another library's vectors have them") struct CredentialVectorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var isADFS = false
    let sendsChain: Bool
    let algorithm: String
    let members: Set<String>
  }

  private func assertion(of request: HTTPRequest?) throws -> TestJWS.Parts {
    try TestJWS.parts(of: Secret(#require(request?.field("client_assertion"))))
  }

  @Test(
    "an assertion names the certificate as its authority reads it",
    arguments: [
      Case(
        // The other library sends x5c with every certificate, the leaf alone; here only who asks
        // for it sends it, and the whole chain.
        testDescription: "vectors 35 and 40: PEM or PFX, no chain asked for",
        sendsChain: false, algorithm: "PS256", members: ["alg", "typ", "x5t#S256"]),
      Case(
        testDescription: "vectors 35 and 40: with the chain", sendsChain: true,
        algorithm: "PS256", members: ["alg", "typ", "x5t#S256", "x5c"]),
      // A thumbprint is never typed by hand here: vectors 36 and 37 have no other form.
      Case(
        testDescription: "vectors 36 to 38: where SHA-1 is known only",
        isADFS: true, sendsChain: false, algorithm: "RS256",
        members: ["alg", "typ", "x5t"]),
    ])
  func header(row: Case) async throws {
    let credential = ClientCredential.certificate(
      try TestCredential.rsa(sendsChain: row.sendsChain))
    let bench =
      row.isADFS ? try ClientBench.adfs(credential) : try ClientBench(credential: credential)
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    let parts = try assertion(of: bench.service.tokenRequests.last)
    #expect(parts.header["alg"] as? String == row.algorithm)
    #expect(Set(parts.header.keys) == row.members)
    if row.sendsChain {
      let chain = try #require(parts.header["x5c"] as? [String])
      #expect(chain.count == 3)
      #expect(chain.allSatisfy { Data(base64Encoded: $0) != nil })
    }
  }

  @Test("vector 41: further claims stand in the assertion, and in the place of its own")
  func extraClaims() async throws {
    let extra = try #require(ExtraClaims(#"{"client_ip":"192.0.2.7","aud":"urn:other"}"#))
    let bench = try ClientBench(
      credential: .certificate(try TestCredential.rsa()),
      settings: ClientSettings(extraClaims: extra, retry: .never))
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    let claims = try assertion(of: bench.service.tokenRequests.last).claims
    #expect(claims["client_ip"] as? String == "192.0.2.7")
    #expect(claims["aud"] as? String == "urn:other")
    #expect(claims["iss"] as? String == "client-1")
    #expect(ExtraClaims("[]") == nil)
  }

  @Test("vector 42: an assertion lives for ten minutes and serves Entra for eight of them")
  func reuse() async throws {
    let bench = try ClientBench(credential: .certificate(try TestCredential.rsa()))
    var assertions: [String?] = []
    for (scope, pause) in [("a", 0), ("b", 479), ("c", 1)] {
      bench.time.advance(by: .seconds(pause))
      _ = try await bench.client.acquireToken(for: ClientBench.scopes(scope))
      assertions.append(bench.service.tokenRequests.last?.field("client_assertion"))
    }
    #expect(assertions[0] == assertions[1])
    #expect(assertions[1] != assertions[2])
    let claims = try assertion(of: bench.service.tokenRequests.last).claims
    let (begin, end) = (claims["iat"] as? Int, claims["exp"] as? Int)
    #expect(try #require(end) - #require(begin) == 600)
  }

  @Test("an assertion is one tenant's, and other families get a new one each time")
  func noReuse() async throws {
    let bench = try ClientBench(credential: .certificate(try TestCredential.rsa()))
    _ = try await bench.client.acquireToken(for: [.microsoftGraph])
    _ = try await bench.client.acquireToken(
      for: [.microsoftGraph], tenant: TenantID(StubTokenService.otherTenant))
    let adfs = try ClientBench.adfs(.certificate(try TestCredential.rsa()))
    _ = try await adfs.client.acquireToken(for: ClientBench.scopes("a"))
    _ = try await adfs.client.acquireToken(for: ClientBench.scopes("b"))
    for service in [bench.service, adfs.service] {
      let assertions = service.tokenRequests.map { $0.field("client_assertion") }
      #expect(Set(assertions).count == 2)
    }
  }

  @Test("a clock that is set back does not bring an old assertion back")
  func clock() async throws {
    let bench = try ClientBench(credential: .certificate(try TestCredential.rsa()))
    _ = try await bench.client.acquireToken(for: ClientBench.scopes("a"))
    bench.time.advance(by: .seconds(-3600))
    _ = try await bench.client.acquireToken(for: ClientBench.scopes("b"))
    let assertions = bench.service.tokenRequests.map { $0.field("client_assertion") }
    #expect(Set(assertions).count == 2)
  }

  @Test("a key that the authority does not take is refused before anything is sent to it")
  func wrongKey() async throws {
    let bench = try ClientBench(credential: .certificate(try TestCredential.p256()))
    let error = await #expect(throws: TokenError.self) {
      try await bench.client.acquireToken(for: [.microsoftGraph])
    }
    guard case .request(.credential(let problem))? = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(problem.code == .unsupportedKey)
    #expect(bench.service.tokenRequests.isEmpty)
  }
}
