/// The key set (RFC 7517) in the service's shape: `x5t` and `x5c` beside the numbers, and in
/// version 2 the issuer that each key belongs to.
struct KeySetDocument {
  private let exchange: Exchange
  private let keys: SigningKeys

  init(_ exchange: Exchange, keys: SigningKeys) {
    self.exchange = exchange
    self.keys = keys
  }

  func response() throws(Refusal) -> SimulatedResponse {
    let place = exchange.place
    let isAlias = Place.aliases.contains(place.tenantName.lowercased())
    if place.family.isPlatform, !isAlias { _ = try TenantLookup(exchange).tenant() }
    guard case .keySet(let fault) = exchange.behaviour else {
      return document([keys.current.jwk, keys.next.jwk])
    }
    switch fault {
    case .empty: return document([])
    case .garbage: return .json(["keys": "none today"])
    case .unusable: return document(Self.unusable)
    case .withoutCurrentKey: return document([keys.next.jwk])
    case .foreignKey:
      var disguised = keys.foreign.jwk
      disguised["kid"] = keys.current.jwk["kid"]
      return document([disguised])
    case .forEncryption:
      var encrypting = keys.current.jwk
      encrypting["use"] = "enc"
      return document([encrypting])
    case .ellipticCurve: return document([Self.elliptic(keyID: keys.current.keyID)])
    case .withoutKeys: return .json(["values": [keys.current.jwk]])
    }
  }

  private func document(_ list: [JSONValue]) -> SimulatedResponse {
    let place = exchange.place
    guard place.family.isPlatform, place.version == .v2 else {
      return .json(["keys": .array(list)])
    }
    let id = place.tenant?.id ?? "{tenantid}"
    let issuer: String
    switch place.family {
    case .ciam: issuer = "https://\(id).ciamlogin.com/\(id)/v2.0"
    case .b2c: issuer = "\(exchange.request.base)/\(id)/v2.0/"
    default:
      let host = place.cloud.issuerHost(askedAt: exchange.request.authority)
      issuer = "https://\(host)/\(id)/v2.0"
    }
    let keys = list.map { key in
      var key = key
      key["issuer"] = .string(issuer)
      return key
    }
    return .json(
      ["keys": .array(keys)], headers: [("Cache-Control", "max-age=86400, private")])
  }

  private static func elliptic(keyID: String) -> JSONValue {
    // A key that is minted always has its public half.
    (try? MintedKey.p256().publicJWK(keyID: keyID)) ?? [:]
  }

  private static let unusable: [JSONValue] = [
    ["kty": "oct", "use": "sig", "kid": "symmetric", "k": "c2VjcmV0"],
    ["kty": "RSA", "use": "enc", "kid": "encryption", "n": "AQAB", "e": "AQAB"],
    ["kty": "RSA", "use": "sig", "kid": "hollow"],
    ["kty": "quantum", "kid": "unfamiliar"],
  ]
}
