import Crypto
import CryptoExtras
import Foundation
import Testing

@testable import EntraIdentity

@Suite("A token's signature") struct TokenVerifierTests {
  private static let payload = #"{"iss":"https://sts.windows.net/t/","aud":"a","exp":1795000000}"#

  private static func keys(_ more: String = "") throws -> KeySet {
    try TestKeySet.parse([
      TestKeySet.rsa("k", more), TestKeySet.otherRSA("other"), TestKeySet.p256("ec"),
    ])
  }

  private func verdict(_ token: String, _ keys: KeySet? = nil) throws -> SignatureVerdict? {
    guard
      case .jwt(_, let verdict) = try TokenVerifier(keys: keys ?? Self.keys()).verify(Secret(token))
    else { return nil }
    return verdict
  }

  @Test("By the key that the token names it is valid, in each kind of algorithm")
  func valid() throws {
    let key = try MintedKeys.rsa.get()
    let tokens = [
      try TestJWS.write(header: #"{"alg":"RS256","kid":"k"}"#, payload: Self.payload, .rs256(key)),
      try TestJWS.write(header: #"{"alg":"PS256","kid":"k"}"#, payload: Self.payload, .ps256(key)),
    ]
    for token in tokens { #expect(try verdict(token) == .valid(kid: "k")) }
    let curve = try TestJWS.write(
      header: #"{"alg":"ES256","kid":"ec"}"#, payload: Self.payload, .es256(MintedKeys.p256))
    #expect(try verdict(curve) == .valid(kid: "ec"))
  }

  @Test(
    "A good signature under a header that must not be believed",
    arguments: [
      (#"{"alg":"PS256","kid":"k"}"#, .invalid), (#"{"alg":"RS512","kid":"k"}"#, .invalid),
      (#"{"alg":"ES256","kid":"k"}"#, .invalid), (#"{"alg":"RS256","kid":"other"}"#, .invalid),
      (#"{"alg":"RS256","kid":"ec"}"#, .invalid),
      (#"{"alg":"RS256","kid":"k","crit":["exp"]}"#, .invalid),
      (#"{"alg":"RS256","kid":"k","crit":[],"exp":1}"#, .invalid),
      (#"{"alg":"RS256","kid":"K"}"#, .unknownKey(kid: "K")),
      (#"{"alg":"RS256","kid":"gone"}"#, .unknownKey(kid: "gone")),
      (#"{"alg":"RS256"}"#, .unknownKey(kid: nil)),
      (#"{"alg":"RS256","kid":7}"#, .unknownKey(kid: nil)),
      (#"{"alg":"RS256","x5t":"k"}"#, .unknownKey(kid: nil)),
      (#"{"alg":"none","kid":"k"}"#, .unsupportedAlgorithm("none")),
      (#"{"alg":"None","kid":"k"}"#, .unsupportedAlgorithm("None")),
      (#"{"alg":"HS256","kid":"k"}"#, .unsupportedAlgorithm("HS256")),
      (#"{"alg":"rs256","kid":"k"}"#, .unsupportedAlgorithm("rs256")),
      (#"{"alg":"","kid":"k"}"#, .unsupportedAlgorithm("")),
    ] as [(String, SignatureVerdict)])
  func hostileHeaders(header: String, expected: SignatureVerdict) throws {
    let token = try TestJWS.write(
      header: header, payload: Self.payload, .rs256(MintedKeys.rsa.get()))
    #expect(try verdict(token) == expected)
  }

  @Test("A key that the token brings along is not asked")
  func embeddedKey() throws {
    let attacker = try MintedKeys.otherRSA.get()
    let jwk = try TestKeySet.otherRSA("k")
    let token = try TestJWS.write(
      header: #"{"alg":"RS256","kid":"k","jwk":\#(jwk),"jku":"https://evil/"}"#,
      payload: Self.payload, .rs256(attacker))
    #expect(try verdict(token) == .invalid)
  }

  @Test("A key that is limited to one algorithm verifies in no other")
  func boundAlgorithm() throws {
    let token = try TestJWS.write(
      header: #"{"alg":"RS256","kid":"k"}"#, payload: Self.payload, .rs256(MintedKeys.rsa.get()))
    #expect(try verdict(token, Self.keys(#","alg":"RS256""#)) == .valid(kid: "k"))
    #expect(try verdict(token, Self.keys(#","alg":"PS256""#)) == .invalid)
  }

  @Test("The public key as an HMAC secret opens nothing")
  func confusedAlgorithm() throws {
    let secret = SymmetricKey(data: try MintedKeys.rsa.get().publicKey.derRepresentation)
    let input = TestJWS.encode(#"{"alg":"HS256","kid":"k"}"#) + "." + TestJWS.encode(Self.payload)
    let mac = Data(HMAC<SHA256>.authenticationCode(for: Data(input.utf8), using: secret))
    #expect(try verdict(input + "." + TestJWS.encode(mac)) == .unsupportedAlgorithm("HS256"))
  }

  @Test("Changing any one character makes it anything but valid")
  func changedCharacters() throws {
    let token = try TestJWS.write(
      header: #"{"alg":"ES256","kid":"ec"}"#, payload: Self.payload, .es256(MintedKeys.p256))
    for index in token.indices {
      let other: Character = token[index] == "A" ? "B" : "A"
      let changed = token.replacingCharacters(in: index...index, with: String(other))
      #expect(try verdict(changed) != .valid(kid: "ec"))
    }
  }

  @Test(
    "What has not the form of a JWT is opaque",
    arguments: [
      "", "opaque", "a.b.c", "a.b.c.d.e", "eyJhbGciOiJSUzI1NiJ9.e30", "e30.e30.AA",
      "eyJhbGciOiJSUzI1NiJ9.e30.AA.", "W10.e30.AA", "eyJhbGciOjd9.e30.AA", "EwBgA8l6BAAU.x+/=",
    ])
  func opaque(token: String) throws {
    guard case .opaque = try TokenVerifier(keys: Self.keys()).verify(Secret(token)) else {
      Issue.record("\(token) is not opaque")
      return
    }
  }

  @Test(
    "What has the form and cannot be read is malformed",
    arguments: [
      #"{"alg":"RS256","kid":"k","kid":"k"}"#: "{}", #"{"alg":"RS256","alg":"none"}"#: "{}",
      #"{"alg":"RS256"}"#: "[]", #"{"alg":"RS384"}"#: #"{"aud":"a","aud":"b"}"#,
      #"{"alg":"RS512"}"#: "", #"{"alg":"PS256"}"#: #"{"a":1"#,
      #"{"alg":"PS384"}"#: #"{"a":"# + String(repeating: "[", count: 30_000),
      #"{"alg":"PS512"}"#: "{\"a\":\"\u{1}\"}",
    ])
  func malformed(header: String, payload: String) throws {
    let token = TestJWS.encode(header) + "." + TestJWS.encode(payload) + ".AA"
    guard case .malformed = try TokenVerifier(keys: Self.keys()).verify(Secret(token)) else {
      Issue.record("\(header) \(payload) is not malformed")
      return
    }
  }

  @Test("A token is read up to 64 KiB and no further")
  func size() throws {
    func token(_ filler: Int) throws -> String {
      try TestJWS.write(
        header: #"{"alg":"ES256","kid":"ec"}"#,
        payload: #"{"a":"\#(String(repeating: "x", count: filler))"}"#, .es256(MintedKeys.p256))
    }
    #expect(try verdict(token(48_000)) == .valid(kid: "ec"))
    #expect(try verdict(token(50_000)) == nil)
  }
}
