import Crypto
import Foundation

/// Who asks, as far as the token that was sent proves it.
struct GraphCaller: Sendable {
  let tenant: SimulatedTenant
  let appID: String
  let roles: Set<String>
  /// The token as it came.
  let token: String

  /// May the caller do what any of these roles allows?
  func has(_ wanted: String...) -> Bool { !roles.isDisjoint(with: wanted) }

  /// Checks signature, time, audience, issuer and tenant of the bearer token.
  init(_ exchange: Exchange, index: WorldIndex, keys: SigningKeys) throws(GraphError) {
    let scheme = "bearer "
    guard let field = exchange.request.header("authorization"),
      field.lowercased().hasPrefix(scheme), field.count > scheme.count
    else { throw .badToken("Access token is empty.") }
    token = String(field.dropFirst(scheme.count))
    guard let opened = CompactToken(token) else {
      throw .badToken("IDX14100: JWT is not well formed, there are no dots (.).")
    }
    guard Self.isSigned(opened, by: keys) else { throw .badToken("Signature is invalid.") }
    let now = exchange.now.timeIntervalSince1970
    guard let end = Self.number(opened.claims["exp"]), now < end else { throw .expiredToken }
    guard let start = Self.number(opened.claims["nbf"]), start <= now + 300 else {
      throw .badToken("Lifetime validation failed, the token is not yet valid.")
    }
    let cloud = exchange.place.cloud
    guard let audience = opened.claims["aud"]?.text,
      SimulatedResource.graph(cloud).identifiers.contains(audience)
    else { throw .badToken("Access token validation failure. Invalid audience.") }
    guard let id = opened.claims["tid"]?.text,
      opened.claims["iss"]?.text == "\(cloud.legacyIssuer)\(id)/",
      let found = index.directory(id, cloud: cloud), let application = opened.claims["appid"]?.text
    else { throw .badToken("Access token validation failure. Invalid issuer.") }
    tenant = found
    appID = application
    roles = Set(opened.claims["roles"]?.elements?.compactMap(\.text) ?? [])
  }

  private static func number(_ value: JSONValue?) -> Double? {
    guard case .number(let spelling) = value else { return nil }
    return Double(spelling)
  }

  /// Graph's tokens are signed over a header whose nonce is the hash of the one that is sent.
  private static func isSigned(_ token: CompactToken, by keys: SigningKeys) -> Bool {
    guard token.header["alg"] == "RS256",
      let signer = [keys.current, keys.next].first(where: {
        token.header["kid"]?.text == $0.keyID
      }), let key = VerificationKey(.jwk(signer.jwk)),
      let nonce = token.header["nonce"]?.text,
      let dot = token.signingInput.firstIndex(of: 0x2E)
    else { return false }
    var header = token.header
    header["nonce"] = .string(Base64URL.encode(SHA256.hash(data: Array(nonce.utf8))))
    let input =
      Array(Base64URL.encode(header.serialized.utf8).utf8) + token.signingInput[dot...]
    return key.verifies(token.signature, over: input, algorithm: "RS256")
  }
}
