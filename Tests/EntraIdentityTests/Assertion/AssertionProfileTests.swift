import Testing

@testable import EntraIdentity

@Suite("Which assertion an authority takes") struct AssertionProfileTests {
  @Test(
    "The cloud's families take PS256 with SHA-256", arguments: [AuthorityKind.entra, .b2c, .ciam])
  func cloud(kind: AuthorityKind) throws {
    let profile = try AssertionProfile.choose(
      kind: kind, configuration: nil, credential: TestCredential.rsa())
    #expect(
      profile
        == AssertionProfile(
          algorithm: .ps256, sendsSHA1Thumbprint: false, sendsSHA256Thumbprint: true))
  }

  @Test(
    "An EC key is for generic issuers only",
    arguments: AuthorityKind.allCases.filter { $0 != .oidc })
  func curveElsewhere(kind: AuthorityKind) throws {
    let credential = try TestCredential.p256()
    let seen = credentialProblem {
      try AssertionProfile.choose(kind: kind, configuration: nil, credential: credential)
    }
    #expect(seen == .unsupportedKey)
  }

  @Test(
    "A generic issuer decides by its list, and an RSA key prefers RS256",
    arguments: [
      (nil, .rs256), (["PS256", "RS256"], .rs256), (["PS256", "ES256"], .ps256),
      (["RS256"], .rs256),
    ] as [([String]?, SigningAlgorithm)])
  func genericRSA(listed: [String]?, expected: SigningAlgorithm) {
    let seen = AssertionProfile.genericAlgorithm(for: .rsa(bits: 2048), listed: listed)
    #expect(seen == expected)
  }

  @Test(
    "A list without any algorithm of the key is no offer",
    arguments: [[], ["none"], ["HS256"], ["rs256"], ["ES256", "RS512"]])
  func noOffer(listed: [String]) {
    #expect(AssertionProfile.genericAlgorithm(for: .rsa(bits: 2048), listed: listed) == nil)
    let curve = KeyKind.ellipticCurve(.p384)
    #expect(AssertionProfile.genericAlgorithm(for: curve, listed: listed) == nil)
  }

  @Test("A curve has one algorithm", arguments: EllipticCurve.allCases)
  func curves(curve: EllipticCurve) {
    let expected: SigningAlgorithm =
      switch curve {
      case .p256: .es256
      case .p384: .es384
      case .p521: .es512
      }
    let all = SigningAlgorithm.allCases.map(\.rawValue)
    #expect(AssertionProfile.genericAlgorithm(for: .ellipticCurve(curve), listed: all) == expected)
    #expect(AssertionProfile.genericAlgorithm(for: .ellipticCurve(curve), listed: nil) == expected)
  }
}
