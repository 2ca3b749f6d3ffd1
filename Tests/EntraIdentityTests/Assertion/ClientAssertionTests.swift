import Crypto
import CryptoExtras
import Foundation
import Testing

@testable import EntraIdentity

@Suite("A client assertion") struct ClientAssertionTests {
  private static let now = Date(timeIntervalSince1970: 1_795_000_000.75)
  private static let audience = "https://login.microsoftonline.com/t/oauth2/v2.0/token"

  private func sign(
    _ credential: CertificateCredential, _ kind: AuthorityKind, audience: String = audience
  ) throws -> TestJWS.Parts {
    let profile = try AssertionProfile.choose(
      kind: kind, configuration: nil, credential: credential)
    return try TestJWS.parts(
      of: ClientAssertion.signed(
        by: credential, clientID: ClientID("my/app"), audience: audience, profile: profile,
        now: Self.now))
  }

  @Test("For Entra: PS256, x5t#S256, and exactly these members and no others")
  func entra() throws {
    let parts = try sign(TestCredential.rsa(), .entra)
    let thumbprint = TestJWS.encode(Data(SHA256.hash(data: try Cast.leaf.get().der)))
    #expect(parts.headerText == #"{"alg":"PS256","typ":"JWT","x5t#S256":"\#(thumbprint)"}"#)
    #expect(thumbprint.count == 43)
    let signature = _RSA.Signing.RSASignature(rawRepresentation: parts.signature)
    let key = try MintedKeys.rsa.get().publicKey
    #expect(key.isValidSignature(signature, for: parts.input, padding: .PSS))
  }

  @Test("For AD FS and dSTS: RS256 and x5t", arguments: [AuthorityKind.adfs, .dsts])
  func adfs(kind: AuthorityKind) throws {
    let parts = try sign(TestCredential.rsa(), kind)
    let thumbprint = TestJWS.encode(Data(Insecure.SHA1.hash(data: try Cast.leaf.get().der)))
    #expect(parts.headerText == #"{"alg":"RS256","typ":"JWT","x5t":"\#(thumbprint)"}"#)
    let signature = _RSA.Signing.RSASignature(rawRepresentation: parts.signature)
    let key = try MintedKeys.rsa.get().publicKey
    #expect(key.isValidSignature(signature, for: parts.input, padding: .insecurePKCS1v1_5))
  }

  @Test("Claims are RFC 7523's, with whole seconds and unescaped slashes")
  func claims() throws {
    let parts = try sign(TestCredential.rsa(), .entra)
    let jti = try #require(parts.claims["jti"] as? String)
    #expect(UUID(uuidString: jti) != nil)
    #expect(
      parts.claimsText
        == #"{"aud":"\#(Self.audience)","exp":1795000540,"iat":1794999940,"iss":"my/app","#
        + #""jti":"\#(jti)","nbf":1794999940,"sub":"my/app"}"#)
  }

  @Test("No two assertions have the same jti")
  func freshness() throws {
    let credential = try TestCredential.p256()
    let identifiers = try (0..<20).map { _ in
      try #require(try sign(credential, .oidc).claims["jti"] as? String)
    }
    #expect(Set(identifiers).count == 20)
  }

  @Test("The whole chain goes along only when asked for, in plain Base64 without line breaks")
  func chain() throws {
    #expect(try sign(TestCredential.rsa(), .entra).header["x5c"] == nil)
    let sent = try sign(TestCredential.rsa(sendsChain: true), .entra).header["x5c"] as? [String]
    let chain = [try Cast.leaf.get().der, try Cast.intermediate.get().der, try Cast.root.get().der]
    #expect(sent == chain.map { Data($0).base64EncodedString() })
  }

  @Test("ECDSA signatures are raw, at full length, and verify")
  func curves() throws {
    // Several, because one in 128 signatures has a short number that DER would have cut.
    for _ in 0..<150 {
      let parts = try sign(TestCredential.p256(), .oidc)
      #expect(parts.signature.count == 64)
      let signature = try P256.Signing.ECDSASignature(rawRepresentation: parts.signature)
      #expect(MintedKeys.p256.publicKey.isValidSignature(signature, for: parts.input))
    }
    let p384 = try sign(TestCredential.p384(), .oidc)
    #expect(p384.header["alg"] as? String == "ES384")
    #expect(
      MintedKeys.p384.publicKey.isValidSignature(
        try P384.Signing.ECDSASignature(rawRepresentation: p384.signature), for: p384.input))
    let p521 = try sign(TestCredential.p521(), .oidc)
    #expect(p521.header["alg"] as? String == "ES512")
    #expect(p521.signature.count == 132)
    #expect(
      MintedKeys.p521.publicKey.isValidSignature(
        try P521.Signing.ECDSASignature(rawRepresentation: p521.signature), for: p521.input))
  }

  @Test("A generic issuer gets both thumbprints and no kid, unless the profile has one")
  func generic() throws {
    let credential = try TestCredential.rsa()
    let header = try sign(credential, .oidc).header
    #expect(Set(header.keys) == ["alg", "typ", "x5t", "x5t#S256"])
    #expect(header["alg"] as? String == "RS256")
    let profile = AssertionProfile(
      algorithm: .rs256, sendsSHA1Thumbprint: false, sendsSHA256Thumbprint: false, keyID: "k1")
    let assertion = try ClientAssertion.signed(
      by: credential, clientID: ClientID("a"), audience: "b", profile: profile, now: Self.now)
    #expect(
      try TestJWS.parts(of: assertion).headerText == #"{"alg":"RS256","kid":"k1","typ":"JWT"}"#)
  }

  @Test("A profile that does not fit the key signs nothing")
  func misfit() throws {
    for (credential, algorithm) in [
      (try TestCredential.rsa(), SigningAlgorithm.es256), (try TestCredential.p256(), .rs256),
      (try TestCredential.p256(), .es384), (try TestCredential.p256(), .ps256),
    ] {
      let profile = AssertionProfile(
        algorithm: algorithm, sendsSHA1Thumbprint: true, sendsSHA256Thumbprint: true)
      let seen = credentialProblem {
        try ClientAssertion.signed(
          by: credential, clientID: ClientID("a"), audience: "b", profile: profile, now: Self.now)
      }
      #expect(seen == .signingFailed)
    }
  }

  @Test("An identifier with quotes and controls stays one string")
  func hostileClientID() throws {
    let hostile = "a\",\"sub\":\"root\n\u{0}"
    let profile = AssertionProfile(
      algorithm: .es256, sendsSHA1Thumbprint: false, sendsSHA256Thumbprint: false)
    let assertion = try ClientAssertion.signed(
      by: TestCredential.p256(), clientID: ClientID(hostile), audience: "b", profile: profile,
      now: Self.now)
    #expect(try TestJWS.parts(of: assertion).claims["sub"] as? String == hostile)
  }

  @Test("Many threads sign with one key at once")
  func concurrency() async throws {
    let credential = try TestCredential.rsa()
    let profile = try AssertionProfile.choose(
      kind: .entra, configuration: nil, credential: credential)
    let assertions = try await withThrowingTaskGroup(of: Secret.self) { group in
      for _ in 0..<64 {
        group.addTask {
          try ClientAssertion.signed(
            by: credential, clientID: ClientID("a"), audience: "b", profile: profile, now: Self.now)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let key = try MintedKeys.rsa.get().publicKey
    for assertion in assertions {
      let parts = try TestJWS.parts(of: assertion)
      let signature = _RSA.Signing.RSASignature(rawRepresentation: parts.signature)
      #expect(key.isValidSignature(signature, for: parts.input, padding: .PSS))
    }
  }
}
