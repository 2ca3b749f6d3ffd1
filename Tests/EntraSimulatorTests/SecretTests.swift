import EntraSimulator
import Foundation
import Testing

@Suite("The token endpoint judges a secret as the service does")
struct SecretTests {
  @Test("a good secret gets a token of the recorded form")
  func good() throws {
    let response = try Scene.secretScene().secret()
    #expect(response.status == 200)
    #expect(response.json?["token_type"] == "Bearer")
    #expect(response.json?["expires_in"] == .number("3599"))
    #expect(response.json?["ext_expires_in"] == .number("3599"))
    let token = try #require(OpenedToken(response.accessToken))
    #expect(token.claims["iss"] as? String == "https://sts.windows.net/\(Scene.tenant)/")
    #expect(token.claims["appid"] as? String == Scene.client)
    #expect(token.claims["appidacr"] as? String == "1")
    #expect(token.claims["aud"] as? String == "https://graph.microsoft.com")
    #expect(token.claims["roles"] as? [String] == ["User.Read.All"])
    #expect(token.claims["tid"] as? String == Scene.tenant)
  }

  @Test("the old endpoint writes its numbers as strings and takes a resource")
  func oldEndpoint() throws {
    let response = try Scene.secretScene().post(
      [
        "grant_type": "client_credentials", "client_id": Scene.client, "client_secret": "right",
        "resource": "https://management.azure.com/",
      ], to: Scene.login + "/oauth2/token")
    #expect(response.json?["expires_in"] == "3599")
    #expect(response.json?["resource"] == "https://management.azure.com/")
    let token = try #require(OpenedToken(response.accessToken))
    #expect(token.claims["aud"] as? String == "https://management.azure.com/")
    #expect(token.header["nonce"] == nil)
  }

  @Test("a secret with odd characters may come in the form or by HTTP Basic")
  func oddCharacters() throws {
    let odd = "a+b %~&=:ü\"\\"
    let scene = try Scene(.secret("odd", clientID: Scene.client, odd))
    #expect(scene.secret(odd).status == 200)
    let pair = "\(Scene.client):a%2Bb+%25%7E%26%3D%3A%C3%BC%22%5C"
    let basic = "Basic " + Data(pair.utf8).base64EncodedString()
    let response = scene.post(
      ["grant_type": "client_credentials", "scope": Scene.graph],
      headers: [("Authorization", basic)])
    #expect(response.status == 200)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let form: [(String, String)]
    let code: Int
    let error: String
    let status: Int
    var url = Scene.tokenURL

    init(
      _ name: String, _ code: Int, _ error: String, _ status: Int = 400,
      _ changes: [String: String] = [:], url: String = Scene.tokenURL
    ) {
      testDescription = name
      var fields = [
        "grant_type": "client_credentials", "client_id": Scene.client, "client_secret": "right",
        "scope": Scene.graph,
      ]
      // An empty field counts as left out.
      for (field, value) in changes { fields[field] = value }
      form = fields.sorted { $0.key < $1.key }
      self.code = code
      self.error = error
      self.status = status
      self.url = url
    }
  }

  static let cases: [Case] = [
    Case("no grant type", 900_144, "invalid_request", 400, ["grant_type": ""]),
    Case(
      "another grant type", 70003, "unsupported_grant_type", 400, ["grant_type": "password"]),
    Case("no credential", 7_000_216, "invalid_client", 401, ["client_secret": ""]),
    Case(
      "no credential is noticed before the tenant", 7_000_216, "invalid_client", 401,
      ["client_secret": ""],
      url: "https://login.microsoftonline.com/undefined/oauth2/v2.0/token"),
    Case(
      "two credentials", 9_002_324, "invalid_request", 400, ["client_assertion": "a.b.c"]),
    Case(
      "a malformed tenant", 900_023, "invalid_request", 400,
      url: "https://login.microsoftonline.com/undefined/oauth2/v2.0/token"),
    Case(
      "an unknown tenant", 90002, "invalid_request", 400,
      url: "https://login.microsoftonline.com/other.example/oauth2/v2.0/token"),
    Case(
      "another cloud's host", 90002, "invalid_request", 400,
      url: "https://login.microsoftonline.us/\(Scene.tenant)/oauth2/v2.0/token"),
    Case(
      "no tenant at all", 50059, "invalid_request", 400,
      url: "https://login.microsoftonline.com/common/oauth2/v2.0/token"),
    Case("no client", 900_144, "invalid_request", 400, ["client_id": ""]),
    Case(
      "an unknown client", 700_016, "unauthorized_client", 400,
      ["client_id": GUID.numbered(77)]),
    Case(
      "the zero client", 700_038, "unauthorized_client", 400,
      ["client_id": "00000000-0000-0000-0000-000000000000"]),
    Case("a wrong secret", 7_000_215, "invalid_client", 401, ["client_secret": "wrong"]),
    Case("an expired secret", 7_000_222, "invalid_client", 401, ["client_secret": "old"]),
    Case("a secret of tomorrow", 7_000_215, "invalid_client", 401, ["client_secret": "early"]),
    Case(
      "a wrong secret and a wrong scope", 7_000_215, "invalid_client", 401,
      ["client_secret": "wrong", "scope": "User.Read"]),
    Case("no scope", 900_144, "invalid_request", 400, ["scope": ""]),
    Case("a delegated scope", 1_002_012, "invalid_scope", 400, ["scope": "User.Read"]),
    Case(
      "two scopes", 70011, "invalid_scope", 400, ["scope": Scene.graph + " " + Scene.graph]),
    Case(
      "an unknown resource", 500_011, "invalid_resource", 400,
      ["scope": "api://nobody/.default"]),
    Case(
      "a resource that wants an assignment", 501_051, "invalid_grant", 400,
      ["scope": "api://closed/.default"]),
  ]

  @Test("what is wrong has the service's code, error and status", arguments: cases)
  func refused(_ example: Case) throws {
    let application = SimulatedApplication(
      "billing", clientID: Scene.client,
      secrets: [
        RegisteredSecret("right"), RegisteredSecret("old", end: Scene.now),
        RegisteredSecret("early", start: Scene.now + 60),
      ])
    let scene = try Scene(application) {
      $0.resources = [SimulatedResource(["api://closed"], requiresAssignment: true)]
    }
    let body = example.form.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
    var request = SimulatedRequest.post(example.url, form: [:])
    request.body = Array(body.utf8)
    let response = scene.core.answer(request)
    #expect(response.code == example.code)
    #expect(response.error == example.error)
    #expect(response.status == example.status)
    #expect(response.accessToken == nil)
  }

  @Test("a disabled application and a policy have their codes")
  func applicationState() throws {
    var application = SimulatedApplication.secret("off", clientID: Scene.client, "right")
    application.isBlockedByPolicy = true
    let blocked = try Scene(application).secret()
    #expect(blocked.code == 53003)
    #expect(blocked.json?["suberror"] == "message_only")
    application.isEnabled = false
    #expect(try Scene(application).secret().code == 7_000_112)
  }

  @Test("an error carries the ids to quote, and echoes the caller's")
  func tracing() throws {
    let wanted = GUID.numbered(5)
    let response = try Scene.secretScene().post(
      ["grant_type": "nonsense"], headers: [("client-request-id", wanted)])
    #expect(response.json?["correlation_id"]?.text == wanted)
    #expect(response.header("client-request-id") == wanted)
    #expect(response.header("x-ms-request-id") == response.json?["trace_id"]?.text)
    #expect(response.json?["timestamp"] == "2026-11-18 11:06:40Z")
    #expect(
      response.errorDescription.hasSuffix(
        " Correlation ID: \(wanted) Timestamp: 2026-11-18 11:06:40Z"))
    #expect(response.errorDescription.hasPrefix("AADSTS70003: "))
  }
}
