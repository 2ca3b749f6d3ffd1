import Crypto
import Foundation
import Testing

@testable import EntraIdentity

@Suite("A token with a nonce in its header") struct GraphNonceTests {
  private static let nonce = "Q8xW_1-nonce"
  private static var digest: String { TestJWS.encode(Data(SHA256.hash(data: Data(nonce.utf8)))) }

  private func verdict(sent: String, signed: String) throws -> SignatureVerdict? {
    let token = try TestJWS.write(
      header: sent, payload: #"{"tid":"t"}"#, signedHeader: signed, .rs256(MintedKeys.rsa.get()))
    let keys = try TestKeySet.parse([TestKeySet.rsa("k")])
    guard case .jwt(let claims, let verdict) = TokenVerifier(keys: keys).verify(Secret(token))
    else {
      return nil
    }
    #expect(claims.tid == "t")
    return verdict
  }

  @Test(
    "It verifies with the nonce's digest in place, order, blanks and escapes untouched",
    arguments: [
      #"{"typ":"JWT","nonce":"@","alg":"RS256","x5t":"k","kid":"k"}"#,
      #"{"alg":"RS256","kid":"k","nonce":"@"}"#,
      "{ \"nonce\" :\t\"@\" ,\r\n \"kid\":\"k\", \"alg\" : \"RS256\" }",
      #"{"\u006eonce":"@","x":"\/nonce\"","a":{"nonce":"@"},"kid":"\u006b","alg":"RS256"}"#,
    ])
  func replaced(template: String) throws {
    let sent = template.replacing("@", with: Self.nonce)
    // Only the first, which stands at the top level.
    let signed = sent.replacing(Self.nonce, with: Self.digest, maxReplacements: 1)
    #expect(try verdict(sent: sent, signed: signed) == .valid(kid: "k"))
  }

  @Test("An escaped nonce is the nonce that it spells")
  func escaped() throws {
    let sent = #"{"nonce":"\u0051\u0038xW_1-nonce","alg":"RS256","kid":"k"}"#
    let signed = #"{"nonce":"\#(Self.digest)","alg":"RS256","kid":"k"}"#
    #expect(try verdict(sent: sent, signed: signed) == .valid(kid: "k"))
  }

  @Test("Signed as it was sent, it is valid too: the signature proves itself")
  func unreplaced() throws {
    let sent = #"{"nonce":"n","alg":"RS256","kid":"k"}"#
    #expect(try verdict(sent: sent, signed: sent) == .valid(kid: "k"))
  }

  @Test(
    "Any other rule is not verifiable, rather than wrong",
    arguments: [
      #"{"alg":"RS256","kid":"k","nonce":"@"}"#, #"{"kid":"k","alg":"RS256"}"#,
      #"{"nonce":"other","alg":"RS256","kid":"k"}"#,
    ])
  func otherRule(signed: String) throws {
    let sent = #"{"nonce":"\#(Self.nonce)","alg":"RS256","kid":"k"}"#
    let signed = signed.replacing("@", with: Self.digest)
    #expect(try verdict(sent: sent, signed: signed) == .notVerifiable)
  }

  @Test("A nonce excuses neither an unknown key nor an algorithm nor a nonce that is no text")
  func noExcuse() throws {
    let gone = #"{"nonce":"n","alg":"RS256","kid":"gone"}"#
    #expect(try verdict(sent: gone, signed: "{}") == .unknownKey(kid: "gone"))
    let none = #"{"nonce":"n","alg":"none","kid":"k"}"#
    #expect(try verdict(sent: none, signed: "{}") == .unsupportedAlgorithm("none"))
    let number = #"{"nonce":7,"alg":"RS256","kid":"k"}"#
    #expect(try verdict(sent: number, signed: "{}") == .invalid)
  }
}
