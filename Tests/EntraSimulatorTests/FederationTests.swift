import EntraSimulator
import Foundation
import Testing

@Suite("An outside issuer's assertion is compared field by field")
struct FederationTests {
  static let issuer = "https://token.actions.example"
  let key: MintedKey
  let scene: Scene

  init() throws {
    let key = try MintedKey.reusableRSA(3)
    self.key = key
    let credential = FederatedCredential(
      issuer: Self.issuer, subject: "repo:contoso/app:ref:refs/heads/main",
      issuerKeys: [.jwk(try key.publicJWK(keyID: "k1"))])
    let orphan = FederatedCredential(
      issuer: "https://gone.example", subject: "s", issuerKeys: [])
    scene = try Scene(
      SimulatedApplication(
        "workload", clientID: Scene.client, federatedCredentials: [credential, orphan]))
  }

  private func assertion(_ changes: [String: JSONValue] = [:], kid: String = "k1") throws -> String
  {
    var claims: JSONValue = [
      "iss": .string(Self.issuer), "sub": "repo:contoso/app:ref:refs/heads/main",
      "aud": "api://AzureADTokenExchange", "exp": .number("1795000300"),
    ]
    for (name, value) in changes { claims[name] = value }
    return try key.token(
      header: ["alg": "RS256", "typ": "JWT", "kid": .string(kid)], claims: claims,
      algorithm: "RS256")
  }

  @Test("a fitting assertion gets a token, also twice")
  func good() throws {
    #expect(scene.assertion(try assertion()).status == 200)
    #expect(scene.assertion(try assertion(["aud": ["api://AzureADTokenExchange"]])).status == 200)
  }

  static let cases: [(String, JSONValue, Int)] = [
    ("iss", .string(issuer + "/"), 700_211),
    ("sub", "repo:contoso/app:ref:refs/heads/Main", 700_213),
    ("aud", "api://AzureADTokenExchangeUSGov", 700_212),
    ("aud", ["api://AzureADTokenExchange", "api://other"], 700_212),
    ("exp", .number("1794990000"), 700_024),
  ]

  @Test("each field has its code, with case and trailing slash", arguments: cases)
  func refused(name: String, value: JSONValue, code: Int) throws {
    let response = scene.assertion(try assertion([name: value]))
    #expect(response.code == code)
    #expect(response.status == 401)
  }

  @Test("an unknown key and an issuer out of reach are refused")
  func keys() throws {
    #expect(scene.assertion(try assertion(kid: "k2")).code == 700_027)
    let gone = try assertion(["iss": "https://gone.example", "sub": "s"])
    #expect(scene.assertion(gone).code == 90061)
  }
}
