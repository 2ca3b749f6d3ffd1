import EntraIdentity
import Foundation
import TestSupport
import Testing

@Suite struct ClientCredentialsGrantTests {
  private static let id = UUID(uuidString: "6F9619FF-8B86-D011-B42D-00CF4FC964FF") ?? UUID()

  private func json(_ body: String, status: Int = 200) -> HTTPResponse {
    HTTPResponse(
      status: status, headers: [(name: "Content-Type", value: "application/json")],
      body: Array(body.utf8))
  }

  private func acquire(
    _ credential: ClientCredential, kind: AuthorityKind = .entra, scopes: [String] = ["r/.default"],
    _ transport: CannedTransport
  ) async throws -> TokenResponse {
    try await ClientCredentialsGrant(
      clientID: ClientID("client-1"), credential: credential, transport: transport,
      time: ManualTime(), product: ProductIdentity(version: "1.2.3")
    )
    .request(
      at: TokenEndpoint(ClientFixtures.authority(kind)), scopes: scopes.compactMap(Scope.init),
      timeout: .seconds(7), correlationID: Self.id)
  }

  private func transport(_ body: String, status: Int = 200) -> CannedTransport {
    let response = json(body, status: status)
    return CannedTransport { _ in response }
  }

  private static let token = #"{"access_token":"t","token_type":"Bearer","expires_in":3599}"#

  @Test func aTokenIsAskedForAtTheProvenEndpointWithOurOwnNames() async throws {
    let transport = transport(Self.token)
    let token = try await acquire(.secret(Secret("s 1"), .post), transport)
    #expect(token.requestID == "6f9619ff-8b86-d011-b42d-00cf4fc964ff")
    let request = try #require(transport.requests.first)
    #expect(transport.requests.count == 1)
    #expect(request.url.description == "https://login.contoso.example/tenant/oauth2/v2.0/token")
    #expect(request.method == .post)
    #expect(request.timeout == .seconds(7))
    #expect(
      request.body.withValue(\.self)
        == "client_id=client-1&grant_type=client_credentials&scope=r%2F.default&client_secret=s+1")
    let headers = Dictionary(uniqueKeysWithValues: request.headers.map { ($0.name, $0.value) })
    #expect(
      headers == [
        "Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded",
        "User-Agent": "EntraIdentity.Swift/1.2.3",
        "client-request-id": "6f9619ff-8b86-d011-b42d-00cf4fc964ff",
        "x-client-sku": "EntraIdentity.Swift", "x-client-ver": "1.2.3", "x-client-os": "linux",
        "x-ms-lib-capability": "retry-after, h429",
      ])
  }

  @Test func aGenericIssuerSeesNoMicrosoftHeadersAndMayBeAskedWithoutScope() async throws {
    let transport = transport(Self.token)
    _ = try await acquire(.secret(Secret("s"), .basic), kind: .oidc, scopes: [], transport)
    let request = try #require(transport.requests.first)
    #expect(!request.headers.contains { $0.name.hasPrefix("x-") })
    #expect(request.headers.contains { $0.name == "Authorization" })
    var dumped = "\(request) \(String(reflecting: request))"
    dump(request, to: &dumped)
    #expect(!dumped.contains("Basic"))
    #expect(request.body.withValue(\.self) == "grant_type=client_credentials")
  }

  @Test(arguments: [AuthorityKind.entra, .b2c, .ciam, .dsts])
  func withoutScopeNothingIsSentToEntra(_ kind: AuthorityKind) async throws {
    let transport = transport(Self.token)
    await #expect(throws: IdentityError.self) {
      try await acquire(.secret(Secret("s"), .post), kind: kind, scopes: [], transport)
    }
    #expect(transport.requests.isEmpty)
  }

  @Test func anAssertionFromElsewhereIsSentAsItIs() async throws {
    let transport = transport(Self.token)
    _ = try await acquire(.assertion(Secret("h.p.s")), transport)
    let request = try #require(transport.requests.first)
    #expect(request.body.withValue { $0.hasSuffix("&client_assertion=h.p.s") })
  }

  @Test func aRefusalEchoesNothingThatWasSent() async throws {
    let secret = "Zk8Q~x+y/secret&value"
    let echo =
      #"{"error":"invalid_client","error_description":"AADSTS7000215: Bad secret \#(secret), form client_secret=Zk8Q%7Ex%2By%2Fsecret%26value","trace_id":"\#(secret)"}"#
    do {
      _ = try await acquire(.secret(Secret(secret), .post), transport(echo, status: 401))
      Issue.record("a token")
    } catch let error as IdentityError {
      #expect(!"\(error)".contains("Zk8Q"))
      #expect("\(error)".contains("AADSTS7000215"))
    }
  }

  @Test func byBasicTheHeaderIsNotEchoedEither() async throws {
    let pair = Data("client-1:hunter2hunter2".utf8).base64EncodedString()
    let echo = #"{"error":"invalid_client","error_description":"got Basic \#(pair)"}"#
    do {
      _ = try await acquire(
        .secret(Secret("hunter2hunter2"), .basic), kind: .oidc, transport(echo, status: 401))
      Issue.record("a token")
    } catch let error as IdentityError {
      #expect(!"\(error)".contains(pair))
    }
  }

  @Test func aFailureOfTheNetworkComesThroughUnchanged() async throws {
    do {
      _ = try await acquire(.secret(Secret("s"), .post), CannedTransport())
      Issue.record("a token")
    } catch let error as IdentityError {
      guard case .transport(let inner) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(inner.kind == .refused)
      #expect(error.isTransient)
    }
  }

  @Test func aPortalPageIsNoToken() async throws {
    let page = HTTPResponse(
      status: 200, headers: [(name: "Content-Type", value: "text/html")], body: Array("<p>".utf8))
    do {
      _ = try await acquire(.secret(Secret("s"), .post), CannedTransport { _ in page })
      Issue.record("a token")
    } catch let error as IdentityError {
      guard case .unexpected(let response) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(response.reason == .notJSON)
      #expect(response.host == "login.contoso.example")
    }
  }
}
