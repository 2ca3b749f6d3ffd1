import EntraSimulator
import Foundation
import Testing

@Suite("The token endpoint judges a client assertion as the service does")
struct AssertionTests {
  let certificate: MintedCertificate
  let scene: Scene

  init() throws {
    certificate = try .client(
      notBefore: Scene.now - 86_400, notAfter: Scene.now + 86_400)
    scene = try Scene(.certificate("signer", clientID: Scene.client, certificate))
  }

  static let claims: JSONValue = [
    "aud": .string(Scene.tokenURL), "iss": .string(Scene.client), "sub": .string(Scene.client),
    "jti": "one", "nbf": .number("1795000000"), "exp": .number("1795000600"),
  ]

  private func header(_ algorithm: String = "PS256") -> JSONValue {
    [
      "alg": .string(algorithm), "typ": "JWT",
      "x5t#S256": .string(certificate.sha256Thumbprint),
    ]
  }

  @Test(
    "RSA signatures by either thumbprint are taken",
    arguments: [("PS256", "x5t#S256"), ("RS256", "x5t"), ("RS256", "kid")])
  func good(algorithm: String, member: String) throws {
    let thumbprint =
      member == "x5t#S256" ? certificate.sha256Thumbprint : certificate.sha1Thumbprint
    let assertion = try certificate.key.token(
      header: ["alg": .string(algorithm), "typ": "JWT", .init(member): .string(thumbprint)],
      claims: Self.claims, algorithm: algorithm)
    let response = scene.assertion(assertion)
    #expect(response.status == 200, "\(response.errorDescription)")
    let token = try #require(OpenedToken(response.accessToken))
    #expect(token.claims["appidacr"] as? String == "2")
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: Int
    var header: @Sendable (inout JSONValue) -> Void = { _ in }
    var claims: @Sendable (inout JSONValue) -> Void = { _ in }
    var says = ""
  }

  static let cases: [Case] = [
    Case(
      testDescription: "another type", code: 5_002_727, header: { $0["typ"] = .string("at+jwt") }),
    Case(
      testDescription: "no thumbprint", code: 5_002_723, header: { $0["x5t#S256"] = nil }),
    Case(
      testDescription: "an unknown thumbprint", code: 700_027,
      header: { $0["x5t#S256"] = .string(base64URL(Data(repeating: 7, count: 32))) },
      says: "[Reason - The key was not found., Thumbprint of key used by client: '0707"),
    Case(
      testDescription: "a padded thumbprint", code: 700_027,
      header: { header in
        let text = header["x5t#S256"]?.text ?? ""
        header["x5t#S256"] = .string(base64URL(text)?.base64EncodedString() ?? "")
      }, says: "The key was not found."),
    Case(
      testDescription: "a symmetric algorithm", code: 5_002_738, header: { $0["alg"] = "HS256" }),
    Case(testDescription: "no algorithm", code: 5_002_738, header: { $0["alg"] = "none" }),
    Case(
      testDescription: "an algorithm that the signature is not of", code: 700_027,
      header: { $0["alg"] = "RS256" },
      says: "[Reason - Key was found, but use of the key to verify the signature failed."),
    Case(
      testDescription: "another endpoint's audience", code: 700_023,
      claims: { $0["aud"] = "https://login.microsoftonline.us/\(Scene.tenant)/oauth2/v2.0/token" }),
    Case(testDescription: "no audience", code: 90014, claims: { $0["aud"] = nil }),
    Case(testDescription: "no issuer", code: 90014, claims: { $0["iss"] = nil }),
    Case(
      testDescription: "another issuer", code: 700_021,
      claims: { $0["iss"] = .string(GUID.numbered(8)) }),
    Case(
      testDescription: "another subject", code: 700_021,
      claims: { $0["sub"] = .string(GUID.numbered(8)) }),
    Case(
      testDescription: "an end long past", code: 700_024,
      claims: { $0["exp"] = .number("1794999000") }, says: "2026-11-18T11:06:40.0000000Z"),
    Case(
      testDescription: "a start far ahead", code: 700_024,
      claims: { $0["nbf"] = .number("1795000900") }),
    Case(testDescription: "no end", code: 90014, claims: { $0["exp"] = nil }),
    Case(testDescription: "an end that is no time", code: 50027, claims: { $0["exp"] = true }),
    Case(testDescription: "an end that is no number", code: 50027, claims: { $0["exp"] = "nan" }),
    Case(testDescription: "a start without bounds", code: 50027, claims: { $0["nbf"] = "inf" }),
  ]

  @Test("what is wrong has the service's code and reason", arguments: cases)
  func refused(_ example: Case) throws {
    var header = header()
    var claims = Self.claims
    example.header(&header)
    example.claims(&claims)
    let assertion = try certificate.key.token(
      header: header, claims: claims, algorithm: "PS256")
    let response = scene.assertion(assertion)
    #expect(response.code == example.code, "\(response.errorDescription)")
    #expect(example.says.isEmpty || response.errorDescription.contains(example.says))
    #expect(response.accessToken == nil)
  }

  @Test(
    "what is no assertion at all is malformed", arguments: ["", "a.b", "a.b.c", "..", "e30.e30"])
  func malformed(text: String) {
    let response = scene.assertion(text.isEmpty ? "x" : text)
    #expect(response.code == 50027)
  }

  @Test("a certificate past its end is 700027 with both of its dates, not a code of its own")
  func expired() throws {
    let old = try MintedCertificate.client(
      notBefore: Date(timeIntervalSince1970: 1_700_000_000),
      notAfter: Date(timeIntervalSince1970: 1_750_000_000))
    let scene = try Scene(.certificate("signer", clientID: Scene.client, old))
    let response = scene.assertion(
      try old.key.token(
        header: ["alg": "RS256", "typ": "JWT", "x5t": .string(old.sha1Thumbprint)],
        claims: Self.claims, algorithm: "RS256"))
    #expect(response.code == 700_027)
    #expect(response.errorDescription.contains("[Reason - The key used is expired., Thumbprint"))
    #expect(
      response.errorDescription.contains(
        "Found key 'Start=11/14/2023 22:13:20, End=06/15/2025 15:06:40']"))
  }

  @Test("another application's key does not verify under a registered thumbprint")
  func stolenThumbprint() throws {
    let assertion = try MintedKey.reusableRSA(5).token(
      header: header(), claims: Self.claims, algorithm: "PS256")
    #expect(scene.assertion(assertion).errorDescription.contains("verify the signature failed"))
  }

  @Test("a padded thumbprint is taken where the tenant tolerates it")
  func padding() throws {
    let lax = try Scene(.certificate("signer", clientID: Scene.client, certificate)) {
      $0.tolerances.insert(.paddedThumbprints)
    }
    let plain = certificate.sha256Thumbprint
    let standard = plain.replacingOccurrences(of: "-", with: "+")
      .replacingOccurrences(of: "_", with: "/")
    for (number, thumbprint) in [plain + "=", standard + "="].enumerated() {
      var header = header()
      header["x5t#S256"] = .string(thumbprint)
      var claims = Self.claims
      claims["jti"] = .string("padded \(number)")
      let assertion = try certificate.key.token(
        header: header, claims: claims, algorithm: "PS256")
      #expect(scene.assertion(assertion).code == 700_027)
      #expect(lax.assertion(assertion).status == 200)
    }
  }

  @Test("a region's host takes the audience of its cloud, and the cloud none of a region")
  func regions() throws {
    let regional = "https://westus2.login.microsoft.com/\(Scene.tenant)/oauth2/v2.0/token"
    let central = try certificate.key.token(
      header: header(), claims: Self.claims, algorithm: "PS256")
    #expect(scene.assertion(central, to: regional).status == 200)
    var claims = Self.claims
    claims["aud"] = .string(regional)
    let other = try certificate.key.token(header: header(), claims: claims, algorithm: "PS256")
    #expect(scene.assertion(other).code == 700_023)
  }

  @Test("an assertion that led to a token is used up unless the tenant tolerates it")
  func replay() throws {
    let assertion = try certificate.key.token(
      header: header(), claims: Self.claims, algorithm: "PS256")
    #expect(scene.assertion(assertion).status == 200)
    #expect(scene.assertion(assertion).code == 700_024)
    let lax = try Scene(.certificate("signer", clientID: Scene.client, certificate)) {
      $0.tolerances.insert(.reusedAssertions)
    }
    #expect(lax.assertion(assertion).status == 200)
    #expect(lax.assertion(assertion).status == 200)
  }

  @Test(
    "times with a fraction or as text are tolerated, and only where the tenant does",
    arguments: [JSONValue.number("1795000600.25"), "1795000600"])
  func times(end: JSONValue) throws {
    var claims = Self.claims
    claims["exp"] = end
    let assertion = try certificate.key.token(
      header: header(), claims: claims, algorithm: "PS256")
    #expect(scene.assertion(assertion).status == 200)
    let strict = try Scene(.certificate("signer", clientID: Scene.client, certificate)) {
      $0.tolerances = []
    }
    #expect(strict.assertion(assertion).code == 50027)
  }
}
