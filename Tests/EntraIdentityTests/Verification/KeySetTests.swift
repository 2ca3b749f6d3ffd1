import CryptoExtras
import Foundation
import Testing

@testable import EntraIdentity

@Suite("A key set") struct KeySetTests {
  @Test("Keys are found by exactly their kid, with what is said of them")
  func lookUp() throws {
    let set = try TestKeySet.parse([
      TestKeySet.rsa(
        "k1", #","use":"sig","alg":"RS256","x5t":"t","issuer":"https://i/","x5c":["M"]"#),
      TestKeySet.p256("k2", #","key_ops":["verify","sign"]"#),
    ])
    #expect(set.usable.map(\.keyID) == ["k1", "k2"] && set.skipped.isEmpty)
    let entry = try #require(set.key(kid: "k1"))
    #expect(entry.algorithm == "RS256" && entry.issuer == "https://i/" && entry.thumbprint == "t")
    #expect(!entry.exposesPrivateKey)
    for other in ["K1", "k1 ", "k", "", "k3"] { #expect(set.key(kid: other) == nil) }
  }

  @Test("One strange entry spoils no other, and each says why it is passed over")
  func skipped() throws {
    let small = [UInt8](repeating: 0xFF, count: 128)
    let large = [UInt8](repeating: 0xFF, count: 1025)
    let even = [UInt8](repeating: 0xFF, count: 255) + [0xFE]
    let whole = [UInt8](repeating: 0xFF, count: 256)
    let entries: [(String, SkippedKey.Reason)] = [
      (#"7"#, .malformed), (#"null"#, .malformed), (#"{"kid":"a"}"#, .unknownKeyType),
      (#"{"kty":"OKP","crv":"Ed25519","x":"AA","kid":"a"}"#, .unknownKeyType),
      (#"{"kty":"rsa","kid":"a"}"#, .unknownKeyType), (#"{"kty":7,"kid":"a"}"#, .unknownKeyType),
      (#"{"kty":"oct","k":"AAAA","kid":"a"}"#, .symmetric),
      (try TestKeySet.rsa("a", #","use":"enc""#), .notForSigning),
      (try TestKeySet.rsa("a", #","use":"SIG""#), .notForSigning),
      (try TestKeySet.rsa("a", #","key_ops":["encrypt"]"#), .notForSigning),
      (try TestKeySet.rsa("a", #","key_ops":"verify""#), .notForSigning),
      (try TestKeySet.rsa(""), .noKeyID),
      (try TestKeySet.rsa("a", #","alg":"ES256""#), .unsupportedAlgorithm),
      (try TestKeySet.rsa("a", #","alg":"HS256""#), .unsupportedAlgorithm),
      (try TestKeySet.rsa("a", #","alg":"none""#), .unsupportedAlgorithm),
      (TestKeySet.p256("a", #","alg":"ES384""#), .unsupportedAlgorithm),
      (TestKeySet.p256("a").replacing("P-256", with: "secp256k1"), .unsupportedCurve),
      (TestKeySet.p256("a").replacing("P-256", with: "P-384"), .malformed),
      (TestKeySet.p256("a").replacing(#""x":""#, with: #""x":"A"#), .malformed),
      (TestKeySet.rsa("a", modulus: small), .modulusTooSmall),
      (TestKeySet.rsa("a", modulus: [0, 0] + small), .modulusTooSmall),
      (TestKeySet.rsa("a", modulus: large), .modulusTooLarge),
      (TestKeySet.rsa("a", modulus: even), .malformed),
      (TestKeySet.rsa("a", modulus: []), .malformed),
      (TestKeySet.rsa("a", modulus: whole, exponent: []), .malformed),
      (TestKeySet.rsa("a", modulus: whole, exponent: [1]), .malformed),
      (TestKeySet.rsa("a", modulus: whole, exponent: [0, 1]), .malformed),
      (TestKeySet.rsa("a", modulus: whole, exponent: [4]), .malformed),
      (TestKeySet.rsa("a", modulus: whole, exponent: whole), .malformed),
      (#"{"kty":"RSA","kid":"a","n":"!!","e":"AQAB"}"#, .malformed),
    ]
    for (entry, reason) in entries {
      let set = try TestKeySet.parse([entry, TestKeySet.p256("good")])
      #expect(set.usable.map(\.keyID) == ["good"], "\(entry)")
      #expect(set.skipped.map(\.reason) == [reason], "\(entry)")
    }
  }

  @Test("Zeros in front of the modulus change nothing")
  func leadingZeros() throws {
    let modulus = Array(try MintedKeys.rsa.get().publicKey.getKeyPrimitives().modulus)
    #expect(try TestKeySet.parse([TestKeySet.rsa("a", modulus: [0] + modulus)]).usable.count == 1)
  }

  @Test("A private part that is published is not read, but told")
  func privatePart() throws {
    for member in ["d", "p", "q", "dp", "dq", "qi", "oth"] {
      let set = try TestKeySet.parse([TestKeySet.rsa("a", #","\#(member)":"AAAA""#)])
      #expect(set.key(kid: "a")?.exposesPrivateKey == true)
    }
  }

  @Test("Of two different keys of one name neither is used; the same key twice is one")
  func duplicates() throws {
    let different = try TestKeySet.parse([
      TestKeySet.rsa("a"), TestKeySet.otherRSA("a"), TestKeySet.p256("b"),
    ])
    #expect(different.usable.map(\.keyID) == ["b"] && different.key(kid: "a") == nil)
    #expect(different.skipped.map(\.reason) == [.duplicateKeyID, .duplicateKeyID])
    let same = try TestKeySet.parse([
      TestKeySet.rsa("a", #","issuer":"x""#), TestKeySet.rsa("a", #","issuer":"y""#),
    ])
    #expect(same.usable.map(\.keyID) == ["a"] && same.key(kid: "a")?.issuer == nil)
    #expect(same.skipped.map(\.reason) == [.duplicateKeyID])
  }

  @Test("An empty set is a set without keys")
  func empty() throws {
    let set = try TestKeySet.parse([])
    #expect(set.usable.isEmpty && set.skipped.isEmpty)
  }

  @Test(
    "What is no key set says so",
    arguments: [
      ("", .notJSON), ("[]", .notJSON), ("<html>", .notJSON), ("{\"keys\":[}", .notJSON),
      ("{\"keys\":[nul]}", .notJSON), ("{}", .noKeys), ("{\"Keys\":[]}", .noKeys),
      ("{\"keys\":{}}", .noKeys), ("{\"keys\":null}", .noKeys),
      ("{\"keys\":[],\"keys\":[]}", .noKeys),
      ("{\"keys\":[" + String(repeating: "1,", count: 200) + "1]}", .tooManyKeys),
      (String(repeating: " ", count: (1 << 20) + 1), .tooLarge),
      ("{\"keys\":" + String(repeating: "[", count: 500_000), .notJSON),
    ] as [(String, KeySetProblem.Code)])
  func noKeySet(text: String, code: KeySetProblem.Code) {
    let seen: KeySetProblem.Code?
    do throws(KeySetProblem) {
      _ = try KeySet(json: Array(text.utf8))
      seen = nil
    } catch {
      seen = error.code
    }
    #expect(seen == code)
  }

  @Test(
    "The recorded key sets of the real service are read whole",
    .enabled(if: TestVectors.discovery != nil, "CREDAUDIT_CORPORA names no test vectors"),
    arguments: ["jwks-common-v1.json", "jwks-common-v2.json"])
  func recorded(name: String) throws {
    let folder = try #require(TestVectors.discovery)
    let file = try Data(contentsOf: folder.appending(path: name))
    let recording = try #require(try JSONSerialization.jsonObject(with: file) as? [String: Any])
    let body = try JSONSerialization.data(withJSONObject: try #require(recording["body"]))
    let set = try KeySet(json: Array(body))
    #expect(!set.usable.isEmpty && set.skipped.isEmpty)
    #expect(set.usable.allSatisfy { !$0.exposesPrivateKey })
  }
}
