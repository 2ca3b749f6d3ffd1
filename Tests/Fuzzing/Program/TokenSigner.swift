import Crypto
import EntraIdentity
import Foundation

/// A key of the fuzzer's own and one token that it signed: the only one that may ever verify.
struct TokenSigner {
  let keys: KeySet
  /// Header and payload of the token, as they were signed.
  let signed: String
  let token: String

  init() {
    // The same key in every run, so that an input that was found can be run again.
    let raw = Data(SHA256.hash(data: Data("a key for fuzzing".utf8)))
    guard let key = try? P256.Signing.PrivateKey(rawRepresentation: raw) else {
      fatalError("the key is a key")
    }
    let point = key.publicKey.rawRepresentation
    let set = """
      {"keys":[{"kty":"EC","crv":"P-256","use":"sig","kid":"fuzz","alg":"ES256",\
      "x":"\(Self.text(point.prefix(32)))","y":"\(Self.text(point.suffix(32)))"}]}
      """
    guard let keys = try? KeySet(json: Array(set.utf8)), keys.usable.count == 1 else {
      fatalError("the key set is one")
    }
    self.keys = keys
    let header = Self.text(Data(#"{"alg":"ES256","kid":"fuzz","typ":"JWT"}"#.utf8))
    let payload = Self.text(Data(#"{"iss":"https://issuer.example","aud":"api","exp":1}"#.utf8))
    signed = "\(header).\(payload)"
    guard let signature = try? key.signature(for: Data(signed.utf8)) else {
      fatalError("the key signs")
    }
    token = "\(signed).\(Self.text(signature.rawRepresentation))"
  }

  private static func text(_ data: Data) -> String {
    data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }
}
