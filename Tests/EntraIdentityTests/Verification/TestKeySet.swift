import Crypto
import CryptoExtras
import Foundation

@testable import EntraIdentity

/// Key sets written without the code under test.
enum TestKeySet {
  static func rsa(_ kid: String, _ more: String = "") throws -> String {
    let key = try MintedKeys.rsa.get().publicKey.getKeyPrimitives()
    return entry(kid, "RSA", n: key.modulus, e: key.publicExponent, more)
  }

  static func otherRSA(_ kid: String) throws -> String {
    let key = try MintedKeys.otherRSA.get().publicKey.getKeyPrimitives()
    return entry(kid, "RSA", n: key.modulus, e: key.publicExponent, "")
  }

  static func rsa(_ kid: String, modulus: [UInt8], exponent: [UInt8] = [1, 0, 1]) -> String {
    entry(kid, "RSA", n: Data(modulus), e: Data(exponent), "")
  }

  static func p256(_ kid: String, _ more: String = "") -> String {
    let raw = MintedKeys.p256.publicKey.rawRepresentation
    return #"{"kty":"EC","crv":"P-256","kid":"\#(kid)","x":"\#(TestJWS.encode(raw.prefix(32)))","#
      + #""y":"\#(TestJWS.encode(raw.suffix(32)))"\#(more)}"#
  }

  static func parse(_ entries: [String]) throws(KeySetProblem) -> KeySet {
    try KeySet(json: Array(#"{"keys":[\#(entries.joined(separator: ","))]}"#.utf8))
  }

  private static func entry(_ kid: String, _ kty: String, n: Data, e: Data, _ more: String)
    -> String
  {
    #"{"kty":"\#(kty)","kid":"\#(kid)","n":"\#(TestJWS.encode(n))","e":"\#(TestJWS.encode(e))"\#(more)}"#
  }
}
