import EntraIdentity
import EntraSimulator
import Foundation
import TestSupport
import Testing

@Suite("A failure that the service would only repeat", .timeLimit(.minutes(10)))
struct ThrottlingTests {
  private func failure(
    _ bench: ClientBench, scopes: [Scope] = [.microsoftGraph], tenant: String? = nil,
    claims: ClaimsRequest? = nil, options: AcquisitionOptions = AcquisitionOptions()
  ) async -> TokenError? {
    do {
      _ = try await bench.client.acquireToken(
        for: scopes, tenant: tenant.flatMap(TenantID.init), claims: claims, options: options)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "vectors 44 and 50: is answered from memory for as long as the service asks, and no longer",
    arguments: [
      (429, nil, 5), (429, "120", 120), (429, "7200", 3600), (503, "120", 120), (500, nil, 5),
      (400, "30", 30),
      // Another library takes these for nothing and waits its five seconds: a date is a date (RFC
      // 9110, section 10.2.3), and what is neither stays unread.
      (429, "a date", 1660), (429, "soon", 5),
    ] as [(Int, String?, Int)])
  func retryAfter(status: Int, header: String?, seconds: Int) async throws {
    let bench = try ClientBench()
    var asked = header
    if header == "a date" {
      let formatter = DateFormatter()
      formatter.locale = Locale(identifier: "en_US_POSIX")
      formatter.timeZone = .gmt
      formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
      asked = formatter.string(from: bench.time.now + Double(seconds))
    }
    bench.service.script(
      status == 400
        ? .refusal(90_055, "invalid_request", retryAfter: asked) : .page(status, retryAfter: asked))
    #expect(await failure(bench)?.origin == .live)
    bench.time.advance(by: .seconds(seconds - 1))
    let throttled = try #require(await failure(bench))
    #expect(throttled.origin == .throttled)
    #expect(throttled.status == status)
    #expect(throttled.retryAfter == .seconds(1))
    #expect(bench.service.tokenRequests.count == 1)
    bench.time.advance(by: .seconds(1))
    #expect(await failure(bench) == nil)
  }

  @Test("vector 50: is asked again at once where the service says so")
  func zero() async throws {
    let bench = try ClientBench()
    bench.service.script(.page(429, retryAfter: "0"))
    #expect(await failure(bench)?.origin == .live)
    #expect(await failure(bench) == nil)
  }

  @Test("vector 47: a request that was refused as wrong is not sent again as it is for a minute")
  func refused() async throws {
    let bench = try ClientBench()
    bench.service.script(.refusal(700_016, "unauthorized_client"))
    #expect(await failure(bench)?.origin == .live)
    bench.time.advance(by: .seconds(59))
    let remembered = try #require(await failure(bench))
    #expect(remembered.origin == .remembered)
    #expect(remembered.codes == [700_016])
    #expect(remembered.retryAfter == .seconds(1))
    bench.time.advance(by: .seconds(1))
    #expect(await failure(bench) == nil)
  }

  @Test("a refused credential is asked about each time: it may have been mended")
  func unauthorized() async throws {
    let bench = try ClientBench()
    bench.service.script(.refusal(7_000_215, status: 401), .refusal(7_000_215, status: 401))
    #expect(await failure(bench)?.origin == .live)
    #expect(await failure(bench)?.origin == .live)
    #expect(await failure(bench) == nil)
  }

  @Test(
    "vectors 45 to 47: another question is asked for real",
    arguments: [
      "another scope", "another tenant", "other claims", "another path", "another client's claims",
    ])
  func otherQuestions(question: String) async throws {
    let bench = try ClientBench()
    bench.service.script(.page(429, retryAfter: "60"))
    #expect(await failure(bench)?.origin == .live)
    let claims = ClaimsRequest(#"{"access_token":{"nbf":{"essential":true}}}"#)
    let other =
      switch question {
      case "another scope": await failure(bench, scopes: ClientBench.scopes("api://x/.default"))
      case "another tenant": await failure(bench, tenant: StubTokenService.otherTenant)
      // Another library lets claims wait for the scope's time to be over; the identity of a request
      // is all of it here.
      case "other claims": await failure(bench, claims: claims)
      case "another path": await failure(bench, options: AcquisitionOptions(fmiPath: "a"))
      default: await failure(bench, options: AcquisitionOptions(clientClaims: claims))
      }
    #expect(other == nil)
    #expect(bench.service.tokenRequests.count == 2)
    let forced = AcquisitionOptions(freshness: .forced)
    #expect(await failure(bench, options: forced)?.origin == .throttled)
  }

  @Test("vector 54: who presents another assertion is not told what the first was told")
  func otherAssertion() async throws {
    let source = AssertionSequence(["a", "b", "a"])
    let bench = try ClientBench(
      credential: .assertionProvider(AssertionProvider { _ in await source.next() }))
    bench.service.script(.page(429, retryAfter: "60"))
    #expect(await failure(bench)?.origin == .live)
    #expect(await failure(bench) == nil)
    #expect(
      await failure(bench, options: AcquisitionOptions(freshness: .forced))?.origin == .throttled)
  }

  @Test("a live answer can be had whatever is remembered, and replaces it")
  func live() async throws {
    let bench = try ClientBench()
    let live = AcquisitionOptions(freshness: .live)
    bench.service.script(.page(429, retryAfter: "60"), .refusal(700_016))
    #expect(await failure(bench)?.origin == .live)
    #expect(await failure(bench, options: AcquisitionOptions(freshness: .forced))?.status == 429)
    #expect(bench.service.tokenRequests.count == 1)
    let second = await failure(bench, options: live)
    #expect(second?.origin == .live)
    #expect(second?.codes == [700_016])
    #expect(await failure(bench)?.origin == .remembered)
    #expect(await failure(bench, options: live) == nil)
    #expect(await failure(bench) == nil)
    #expect(bench.service.tokenRequests.count == 3)
  }

  @Test("a success is never remembered here, whatever header comes with it")
  func success() async throws {
    let bench = try ClientBench()
    let answer = StubTokenService.Answer(
      headers: [("Retry-After", "60")], fields: ["token_type": "Bearer", "expires_in": 60])
    bench.service.script(answer, answer)
    #expect(await failure(bench) == nil)
    #expect(await failure(bench) == nil)
    #expect(bench.service.tokenRequests.count == 2)
  }

  @Test("the network's own failures are not remembered")
  func network() async throws {
    let bench = try ClientBench()
    bench.service.script(StubTokenService.Answer(failure: .reset))
    #expect(await failure(bench)?.isTransient == true)
    #expect(await failure(bench) == nil)
  }

  @Test("is tried again within the call where that is short, each time with a new assertion")
  func retried() async throws {
    let minted = try MintedCertificate.client(key: .reusableRSA(40))
    let certificate = try CertificateLoader.load(
      certificate: Array(minted.pem.utf8), key: Array(minted.keyPEM.utf8), passphrase: nil,
      sendsChain: false)
    let bench = try ClientBench(
      credential: .certificate(certificate), settings: ClientSettings(retry: .interactive))
    bench.service.script(.page(503), StubTokenService.Answer(failure: .reset))
    let token = try await bench.client.acquireToken(for: [.microsoftGraph])
    #expect(token.source == .network)
    let assertions = bench.service.tokenRequests.map { $0.field("client_assertion") }
    #expect(Set(assertions).count == 3)
    #expect(bench.time.slept.count == 2)
    let ids = bench.service.tokenRequests.map { $0.header("client-request-id") }
    #expect(Set(ids).count == 1)
  }

  @Test("a wait longer than a caller has is handed to the caller")
  func longWait() async throws {
    let bench = try ClientBench(settings: ClientSettings(retry: .interactive))
    bench.service.script(.page(429, retryAfter: "30"))
    let error = try #require(await failure(bench))
    #expect(error.retryAfter == .seconds(30))
    #expect(bench.time.slept.isEmpty)
  }
}

private actor AssertionSequence {
  private var rest: [String]
  init(_ texts: [String]) { rest = texts }
  func next() -> Secret { Secret(rest.removeFirst()) }
}
