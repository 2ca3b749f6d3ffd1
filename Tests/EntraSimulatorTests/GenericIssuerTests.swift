import EntraSimulator
import Foundation
import Testing

@Suite("A generic issuer is OAuth by the book")
struct GenericIssuerTests {
  static let issuer = "https://idp.example/realm"
  let curve = MintedKey.p256()
  let scene: Scene

  init() throws {
    let application = SimulatedApplication(
      "partner", clientID: "partner-app", secrets: [RegisteredSecret("right")],
      keys: [
        .jwk(try curve.publicJWK(keyID: "ec")),
        .publicKey(pem: try MintedKey.reusableRSA(4).publicPEM, keyID: "rsa"),
      ])
    scene = try Scene(
      SimulatedWorld([
        .oidc("idp.example", path: "/realm", [application]),
        .adfs("fs.example", [.secret("farm", clientID: "farm-app", "right")]),
      ]))
  }

  private func post(
    _ assertion: String
  ) -> SimulatedResponse {
    scene.assertion(assertion, client: "partner-app", to: Self.issuer + "/token")
  }

  private func claims(_ changes: [String: JSONValue?] = [:]) -> JSONValue {
    var claims: JSONValue = [
      "iss": "partner-app", "sub": "partner-app", "aud": .string(Self.issuer), "jti": "1",
      "exp": .number("1795000100"),
    ]
    for (name, value) in changes { claims[name] = value }
    return claims
  }

  @Test("a secret is taken in the form or by HTTP Basic, but not both ways at once")
  func secrets() throws {
    let url = Self.issuer + "/token"
    let form = scene.secret(scope: "api", client: "partner-app", to: url)
    #expect(form.status == 200)
    let token = try #require(OpenedToken(form.accessToken))
    #expect(token.claims["iss"] as? String == Self.issuer)
    let basic = [
      (
        name: "Authorization",
        value: "Basic " + Data("partner-app:right".utf8).base64EncodedString()
      )
    ]
    #expect(
      scene.post(["grant_type": "client_credentials"], to: url, headers: basic).status == 200)
    let both = scene.post(
      ["grant_type": "client_credentials", "client_secret": "right"], to: url, headers: basic)
    #expect(both.status == 401)
    #expect(both.error == "invalid_client")
    #expect(both.header("WWW-Authenticate")?.hasPrefix("Basic") == true)
    #expect(both.code == nil)
  }

  @Test("a registered key signs by its own algorithm")
  func keys() throws {
    let byCurve = try curve.token(
      header: ["alg": "ES256", "kid": "ec"], claims: claims(), algorithm: "ES256")
    #expect(post(byCurve).status == 200)
    let byRSA = try MintedKey.reusableRSA(4).token(
      header: ["alg": "PS256", "kid": "rsa"],
      claims: claims(["jti": "2", "aud": .string(Self.issuer + "/token")]), algorithm: "PS256")
    #expect(post(byRSA).status == 200)
    // The same assertion again, and another key's name over it.
    #expect(post(byRSA).status == 401)
    let crossed = try curve.token(
      header: ["alg": "ES256", "kid": "rsa"], claims: claims(["jti": "3"]), algorithm: "ES256")
    #expect(post(crossed).status == 401)
  }

  @Test(
    "an assertion that is not by the book is refused without a code",
    arguments: [
      ("exp", JSONValue.number("1795000100.5")), ("exp", "1795000100"), ("jti", nil),
      ("aud", "https://idp.example"), ("iss", "another"), ("exp", .number("1794990000")),
    ])
  func refused(name: String, value: JSONValue?) throws {
    let assertion = try curve.token(
      header: ["alg": "ES256", "kid": "ec"], claims: claims([name: value]), algorithm: "ES256")
    let response = post(assertion)
    #expect(response.status == 401)
    #expect(response.error == "invalid_client")
    #expect(response.code == nil)
  }

  @Test("AD FS answers at its own path and issues under its own name")
  func federationServer() throws {
    let response = scene.secret(
      scope: "https://api.example/.default", client: "farm-app",
      to: "https://fs.example/adfs/oauth2/token/")
    let token = try #require(OpenedToken(response.accessToken))
    #expect(token.claims["iss"] as? String == "http://fs.example/adfs/services/trust")
    #expect(token.claims["appid"] as? String == "farm-app")
    let wrong = scene.secret(
      "wrong", client: "farm-app", to: "https://fs.example/adfs/oauth2/token/")
    #expect(wrong.status == 401)
    #expect(wrong.code == nil)
  }

  @Test("AD FS takes a padded thumbprint only where it tolerates one", arguments: [false, true])
  func paddedThumbprint(isTolerated: Bool) throws {
    let certificate = try MintedCertificate.client(
      notBefore: Scene.now - 86_400, notAfter: Scene.now + 86_400)
    var farm = SimulatedTenant.adfs(
      "fs.example", [.certificate("farm", clientID: "farm-app", certificate)])
    if isTolerated { farm.tolerances.insert(.paddedThumbprints) }
    let url = "https://fs.example/adfs/oauth2/token/"
    let scene = try Scene(SimulatedWorld([farm]))
    func status(_ thumbprint: String) throws -> Int {
      let assertion = try certificate.key.token(
        header: ["alg": "RS256", "x5t": .string(thumbprint)],
        claims: claims([
          "iss": "farm-app", "sub": "farm-app", "aud": .string(url), "jti": .string(thumbprint),
        ]), algorithm: "RS256")
      return scene.assertion(assertion, client: "farm-app", to: url).status
    }
    #expect(try status(certificate.sha1Thumbprint) == 200)
    #expect(try status(certificate.sha1Thumbprint + "=") == (isTolerated ? 200 : 401))
  }

  @Test("B2C and External ID issue under their own names, and B2C's errors have no codes")
  func customers() throws {
    let application = SimulatedApplication.secret("web", clientID: Scene.client, "right")
    let scene = try Scene(
      SimulatedWorld([
        .b2c("fabrikam", id: Scene.tenant, [application]),
        .ciam("shop", id: Scene.tenant, [application]),
      ]))
    let scope = Scene.client + "/.default"
    let policy =
      "https://fabrikam.b2clogin.com/fabrikam.onmicrosoft.com/b2c_1_sign_in/oauth2/v2.0/token"
    let b2c = scene.secret(scope: scope, to: policy)
    #expect(
      OpenedToken(b2c.accessToken)?.claims["iss"] as? String
        == "https://fabrikam.b2clogin.com/\(Scene.tenant)/v2.0/")
    let wrong = scene.secret("wrong", scope: scope, to: policy)
    #expect(wrong.errorDescription.hasPrefix("AADB2C90081: "))
    #expect(wrong.json?["error_codes"] == nil)
    let ciam = scene.secret(
      scope: scope, to: "https://shop.ciamlogin.com/\(Scene.tenant)/oauth2/v2.0/token")
    #expect(
      OpenedToken(ciam.accessToken)?.claims["iss"] as? String
        == "https://\(Scene.tenant).ciamlogin.com/\(Scene.tenant)/v2.0")
  }
}
