package import Foundation

/// Assertions of an issuer elsewhere, such as a cluster's for its workloads.
package enum MintedAssertion {
  /// The `kid` that its assertions name.
  package static let keyID = "cluster-1"

  private struct Header: Encodable {
    let alg = "RS256"
    let kid = MintedAssertion.keyID
    let typ = "JWT"
  }

  private struct Claims: Encodable {
    let iss: String
    let sub: String
    let aud: [String]
    let iat: Int
    let nbf: Int
    let exp: Int
    let jti: String
  }

  /// A workload's token as a cluster projects it: an hour long.
  package static func workload(
    issuer: String, subject: String, audience: String, now: Date, key: MintedKey
  ) throws -> String {
    let start = Int(now.timeIntervalSince1970) - 60
    let claims = Claims(
      iss: issuer, sub: subject, aud: [audience], iat: start, nbf: start, exp: start + 3600,
      jti: UUID().uuidString.lowercased())
    let encoder = JSONEncoder()
    let input = try [encoder.encode(Header()), encoder.encode(claims)]
      .map { Base64URL.encode($0) }.joined(separator: ".")
    return input + "." + Base64URL.encode(try key.signature("RS256", over: Array(input.utf8)))
  }
}
