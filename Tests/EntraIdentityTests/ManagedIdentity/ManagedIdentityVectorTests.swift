import Crypto
import EntraIdentity
import Foundation
import TestSupport
import Testing

/// The vectors 55 to 69 of MSAL's tests: what goes in and what is expected. Where ours differs on
/// purpose the reason stands beside it. 57 and 67 are with the platforms, 65 and 66 with Azure Arc, 68
/// with the cache.
@Suite("MSAL's vectors of managed identities")
struct ManagedIdentityVectorTests {
  private static let decoder = JSONDecoder()

  // MARK: 55

  @Test(
    "Vector 55: an identity is one of four, and MSAL's setting says which",
    arguments: [
      (#"{"ManagedIdentityIdType":"SystemAssigned","Id":null}"#, ManagedIdentityID.system),
      (#"{"ManagedIdentityIdType":"SystemAssigned"}"#, .system),
      (#"{"ManagedIdentityIdType":"ClientId","Id":"foo"}"#, .clientID("foo")),
      (#"{"ManagedIdentityIdType":"ResourceId","Id":"foo"}"#, .resourceID("foo")),
      (#"{"ManagedIdentityIdType":"ObjectId","Id":"foo"}"#, .objectID("foo")),
    ])
  func setting(_ json: String, _ identity: ManagedIdentityID) throws {
    let read = try Self.decoder.decode(ManagedIdentityID.self, from: Data(json.utf8))
    #expect(read == identity)
    let written = try JSONEncoder().encode(identity)
    #expect(try Self.decoder.decode(ManagedIdentityID.self, from: written) == identity)
  }

  // Two ids at once cannot be written down: the type has room for one.
  @Test(
    "Vector 55: no identity, an unknown kind, and a kind without its id are refused",
    arguments: [
      "{}", #"{"ManagedIdentityIdType":"Other","Id":"foo"}"#,
      #"{"ManagedIdentityIdType":"ClientId"}"#, #"{"ManagedIdentityIdType":"ClientId","Id":""}"#,
      #"{"ManagedIdentityIdType":"ObjectId","Id":null}"#,
      // MSAL passes over the id; which of the two is meant is not guessed here.
      #"{"ManagedIdentityIdType":"SystemAssigned","Id":"foo"}"#,
    ])
  func noSetting(_ json: String) {
    #expect(throws: DecodingError.self) {
      try Self.decoder.decode(ManagedIdentityID.self, from: Data(json.utf8))
    }
  }

  @Test("Vector 55: an empty id or resource is not sent")
  func empty() async throws {
    let transport = CannedPlatformTransport(PlatformFixtures.good)
    for identity in [ManagedIdentityID.clientID(""), .resourceID(""), .objectID("")] {
      let error = try await PlatformFixtures.error(.virtualMachine, transport, as: identity)
      guard case .request(.noResource)? = error else {
        Issue.record("another error: \(String(describing: error))")
        continue
      }
    }
    await #expect(throws: IdentityError.self) {
      try await PlatformFixtures.grant(.virtualMachine, transport).request(for: "")
    }
    #expect(transport.requests.isEmpty)
  }

  // MARK: 56 and 58

  private static let imds = "http://169.254.169.254/metadata/identity/oauth2/token"

  static let requests: [(ManagedIdentitySource, ManagedIdentityID, String)] = [
    (.virtualMachine, .system, imds + "?api-version=2018-02-01&resource=R"),
    (.virtualMachine, .clientID("a"), imds + "?api-version=2018-02-01&resource=R&client_id=a"),
    (.virtualMachine, .objectID("a"), imds + "?api-version=2018-02-01&resource=R&object_id=a"),
    (
      .virtualMachine, .resourceID("/a b"),
      imds + "?api-version=2018-02-01&resource=R&msi_res_id=%2Fa+b"
    ),
    (.appService, .system, "http://localhost/app?api-version=2019-08-01&resource=R"),
    (
      .appService, .clientID("a"),
      "http://localhost/app?api-version=2019-08-01&resource=R&client_id=a"
    ),
    (
      .appService, .objectID("a"),
      "http://localhost/app?api-version=2019-08-01&resource=R&object_id=a"
    ),
    (
      .appService, .resourceID("/a"),
      "http://localhost/app?api-version=2019-08-01&resource=R&mi_res_id=%2Fa"
    ),
    (.machineLearning, .system, "http://localhost/ml?api-version=2017-09-01&resource=R"),
    (
      .machineLearning, .clientID("a"),
      "http://localhost/ml?api-version=2017-09-01&resource=R&clientid=a"
    ),
    (
      .machineLearning, .resourceID("/a"),
      "http://localhost/ml?api-version=2017-09-01&resource=R&msi_res_id=%2Fa"
    ),
    (
      .serviceFabric, .system,
      "https://localhost:2377/sf?api-version=2019-07-01-preview&resource=R"
    ),
    (.cloudShell, .system, "http://localhost:50342/oauth2/token"),
  ]

  @Test(
    "Vectors 56 and 58: each platform is asked at its URL, with its spelling", arguments: requests)
  func url(_ source: ManagedIdentitySource, _ identity: ManagedIdentityID, _ url: String)
    async throws
  {
    let transport = CannedPlatformTransport(PlatformFixtures.good)
    let token = try await PlatformFixtures.grant(source, transport, as: identity).request(for: "R")
    #expect(token.accessToken.withValue { $0 == "AT" })
    let request = try #require(transport.requests.first)
    #expect(request.url.description == url)
    #expect(request.method == (source == .cloudShell ? .post : .get))
    #expect(request.body.withValue { $0 == (source == .cloudShell ? "resource=R" : "") })
    let pin = source == .serviceFabric ? CertificatePin(PlatformFixtures.thumbprint) : nil
    #expect(request.pin == pin)
  }

  @Test(
    "Vector 56: each platform gets its headers and none of another's",
    arguments: ManagedIdentitySource.allCases.filter { $0 != .azureArc })
  func headers(_ source: ManagedIdentitySource) async throws {
    let transport = CannedPlatformTransport(PlatformFixtures.good)
    let id = UUID()
    _ = try await PlatformFixtures.grant(source, transport).request(for: "R", correlationID: id)
    let request = try #require(transport.requests.first)
    let names = Set(request.headers.map { $0.name.lowercased() })
    let general: Set<String> = ["accept", "user-agent"]
    switch source {
    case .virtualMachine:
      #expect(
        names
          == general.union([
            "metadata", "x-client-sku", "x-client-ver", "x-ms-client-request-id",
          ]))
      #expect(request.header("x-client-SKU") == "Test.Swift")
      #expect(request.header("x-client-Ver") == "1.2")
      #expect(request.header("x-ms-client-request-id") == id.uuidString.lowercased())
    case .appService:
      #expect(names == general.union(["metadata", "x-identity-header"]))
      #expect(request.header("x-identity-header") == PlatformFixtures.header)
    case .machineLearning, .serviceFabric:
      #expect(names == general.union(["secret"]))
      #expect(request.header("secret") == PlatformFixtures.header)
    case .cloudShell: #expect(names == general.union(["metadata", "content-type"]))
    case .azureArc: break
    }
    if names.contains("metadata") { #expect(request.header("Metadata") == "true") }
  }

  @Test(
    "Vector 56: an end is a number or text, a span or a moment",
    arguments: [
      (#""expires_in":"3600""#, 3600, nil), (#""expires_in":3600"#, 3600, nil),
      (#""expires_in":3599.0"#, 3599, nil), (#""expires_on":"1795003600""#, 3600, nil),
      (#""expires_on":1795003600"#, 3600, nil),
      // Of both the span holds: it is good whatever this machine's clock says.
      (#""expires_in":"7199","expires_on":"1795000001""#, 7199, nil),
      (#""expires_in":"7200""#, 7200, 3600), (#""expires_on":"1795086399""#, 86399, 43199.5),
      (#""expires_in":"7200","refresh_in":"100""#, 7200, 100),
      (#""expires_on":"1794999999""#, 0, nil),
    ] as [(String, Int, Double?)])
  func life(_ fields: String, _ seconds: Int, _ refresh: Double?) async throws {
    let transport = CannedPlatformTransport(#"{"access_token":"AT",\#(fields)}"#)
    let token = try await PlatformFixtures.grant(.appService, transport).request(for: "R")
    #expect(token.expiresIn == .seconds(seconds))
    #expect(token.refreshIn == refresh.map { .seconds($0) })
    #expect(token.tokenType == "Bearer")
  }

  // MARK: 59 to 61 and 64

  // MSAL hands the body on as a result of its own; here it is an error that it is none.
  @Test("Vector 59: 400 with JSON that says nothing is no token and no known refusal")
  func unknownJSON() async throws {
    let transport = CannedPlatformTransport(status: 400, #"{"foo":"bar"}"#)
    guard
      case .unexpected(let response)? = try await PlatformFixtures.error(
        .virtualMachine, transport)
    else {
      Issue.record("another outcome")
      return
    }
    #expect(response.status == 400)
  }

  // MSAL names every one of these errors invalid_scope or invalid_request, whatever the platform
  // said; ours says by a word of its own what the platform meant, and shows the platform's beside.
  typealias Row = (String, ManagedIdentitySource, Int, String, PlatformRefusal.Reason, String?)

  static let refusals: [Row] = [
    (
      "60: App Service, 500", .appService, 500, #"{"statusCode":500,"message":"m"}"#, .fault, nil
    ),
    (
      "60: App Service, 400", .appService, 400, #"{"statusCode":400,"message":"m"}"#,
      .identityNotAssigned, nil
    ),
    ("61: Machine Learning, 500", .machineLearning, 500, #"{"error":"m"}"#, .fault, "m"),
    (
      "61: Machine Learning, 400", .machineLearning, 400,
      #"{"error":{"code":"UserError","message":"m"}}"#, .other, "UserError"
    ),
    (
      "64: Service Fabric, no header", .serviceFabric, 400,
      #"{"error":{"correlationId":"c","code":"SecretHeaderNotFound","message":"m"}}"#,
      .unauthorized, "SecretHeaderNotFound"
    ),
    (
      "64: Service Fabric, no identity", .serviceFabric, 404,
      #"{"error":{"correlationId":"c","code":"ManagedIdentityNotFound","message":"m"}}"#,
      .identityNotAssigned, "ManagedIdentityNotFound"
    ),
    (
      "64: Service Fabric, no resource", .serviceFabric, 400,
      #"{"error":{"correlationId":"c","code":"ArgumentNullOrEmpty","message":"m"}}"#,
      .resourceRefused, "ArgumentNullOrEmpty"
    ),
    (
      "64: Service Fabric, anything else", .serviceFabric, 400,
      #"{"error":{"correlationId":"c","code":"InvalidApiVersion","message":"m"}}"#, .other,
      "InvalidApiVersion"
    ),
  ]

  @Test("Vectors 60, 61 and 64: a refusal is read", arguments: refusals)
  func refusal(
    _ name: String, _ source: ManagedIdentitySource, _ status: Int, _ body: String,
    _ reason: PlatformRefusal.Reason, _ error: String?
  ) async throws {
    let transport = CannedPlatformTransport(status: status, body)
    let refusal = try #require(
      try await PlatformFixtures.error(source, transport)?.platformRefusal)
    #expect(refusal.reason == reason)
    #expect(refusal.status == status)
    #expect(refusal.error == error)
    if source == .serviceFabric { #expect(refusal.correlationID == "c") }
  }

  // MARK: 62 and 63

  @Test(
    "Vectors 62 and 63: Service Fabric hears of capabilities and of the token that was turned down",
    arguments: [
      (["foo", "bar"], nil, "&xms_cc=foo%2Cbar"), ([], nil, ""),
      (["foo", "bar"], "AT", "&token_sha256_to_refresh=HASH&xms_cc=foo%2Cbar"),
      ([], "AT", "&token_sha256_to_refresh=HASH"),
    ] as [([String], String?, String)])
  func claims(_ capabilities: [String], _ rejected: String?, _ parameters: String) async throws {
    let transport = CannedPlatformTransport(PlatformFixtures.good)
    _ = try await PlatformFixtures.grant(.serviceFabric, transport, capabilities: capabilities)
      .request(for: "R", replacing: rejected.map(Secret.init))
    let hash = PlatformFixtures.hexadecimal(SHA256.hash(data: Data("AT".utf8)))
    #expect(
      transport.requests.first?.url.description
        == "https://localhost:2377/sf?api-version=2019-07-01-preview&resource=R"
        + parameters.replacing("HASH", with: hash))
  }

  @Test(
    "Vectors 62 and 63: no other platform hears of either",
    arguments: ManagedIdentitySource.allCases.filter { ![.serviceFabric, .azureArc].contains($0) })
  func claimsElsewhere(_ source: ManagedIdentitySource) async throws {
    let transport = CannedPlatformTransport(PlatformFixtures.good)
    _ = try await PlatformFixtures.grant(source, transport, capabilities: ["CP1"])
      .request(for: "R", replacing: Secret("AT"))
    let request = try #require(transport.requests.first)
    #expect(!request.url.description.contains("xms_cc"))
    #expect(!request.url.description.contains("sha256"))
  }

  // MARK: 69

  @Test("Vector 69: nothing of a response is kept, and an error's Retry-After is handed on")
  func nothingIsKept() async throws {
    let transport = CannedPlatformTransport { _, number in
      number < 3
        ? HTTPResponse(
          status: 200, headers: [("Content-Type", "application/json")],
          body: Array(PlatformFixtures.good.utf8))
        : HTTPResponse(
          status: 400, headers: [("Content-Type", "application/json"), ("Retry-After", "7")],
          body: Array(#"{"error":"invalid_request"}"#.utf8))
    }
    let grant = try PlatformFixtures.grant(.virtualMachine, transport)
    _ = try await grant.request(for: "R")
    _ = try await grant.request(for: "R")
    // MSAL answers the next one from memory; here the caller decides, by what the error says.
    for _ in 0..<2 {
      await #expect(throws: IdentityError.self) { try await grant.request(for: "R") }
    }
    #expect(transport.requests.count == 4)
    let error = try await PlatformFixtures.error(.virtualMachine, transport)
    #expect(error?.retryAfter == .seconds(7))
  }
}
