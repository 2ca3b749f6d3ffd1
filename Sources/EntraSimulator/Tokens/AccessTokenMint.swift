import Crypto
import Foundation

/// Makes access tokens in the form that the API chose, and the response that carries them.
struct AccessTokenMint {
  private let keys: SigningKeys
  private let exchange: Exchange
  /// In seconds.
  private let lifetime: Int

  init(_ keys: SigningKeys, _ exchange: Exchange, lifetime: Int = 3_599) {
    self.keys = keys
    self.exchange = exchange
    self.lifetime = lifetime
  }

  private var fault: Misbehaviour.TokenFault? {
    if case .token(let fault) = exchange.behaviour { return fault }
    return nil
  }

  func response(for grant: Grant) -> (SimulatedResponse, token: String?) {
    let token = token(for: grant)
    var body: JSONValue
    let isOldForm = exchange.place.version == .v1 && exchange.place.family.isPlatform
    if isOldForm {
      // The old endpoint writes its numbers as strings.
      let start = Int(exchange.now.timeIntervalSince1970)
      body = [
        "token_type": "Bearer", "expires_in": .string(String(lifetime)),
        "ext_expires_in": .string(String(lifetime)),
        "expires_on": .string(String(start + lifetime)),
        "not_before": .string(String(start)), "resource": .string(grant.audience),
      ]
    } else {
      body = ["token_type": "Bearer", "expires_in": JSONValue(lifetime)]
      if exchange.place.family.isPlatform { body["ext_expires_in"] = JSONValue(lifetime) }
    }
    if fault != .missing { body["access_token"] = .string(token) }
    let response = SimulatedResponse.json(
      body, headers: [("Cache-Control", "no-store, no-cache"), ("Pragma", "no-cache")])
    return (response, fault == .missing ? nil : token)
  }

  func token(for grant: Grant) -> String {
    grant.resource.isOpaque || fault == .opaque ? opaque : signed(claims(grant), grant)
  }

  private var opaque: String { "EwB4A8l6" + Base64URL.encode(SymmetricKey.random(240)) }

  // MARK: Claims

  private func claims(_ grant: Grant) -> JSONValue {
    var claims: JSONValue
    switch exchange.place.family {
    case .adfs: claims = federation(grant)
    case .oidc(_, let path): claims = generic(grant, issuer: exchange.request.base + path)
    case .entra, .b2c, .ciam: claims = platform(grant)
    }
    switch fault {
    case .application(let id):
      for name in ["appid", "azp", "client_id"] where claims[name] != nil {
        claims[name] = .string(id)
      }
    case .tenant(let id): claims["tid"] = .string(id)
    case .audience(let audience): claims["aud"] = .string(audience)
    case .issuer(let issuer): claims["iss"] = .string(issuer)
    case .withoutRoles: claims["roles"] = nil
    default: break
    }
    return claims
  }

  private func times(_ claims: inout JSONValue) {
    var start = Int(exchange.now.timeIntervalSince1970)
    if fault == .expired { start -= 2 * 86_400 }
    if fault == .notYetValid { start += 2 * 86_400 }
    claims["iat"] = JSONValue(start)
    claims["nbf"] = JSONValue(start)
    claims["exp"] = JSONValue(start + lifetime)
  }

  private func platform(_ grant: Grant) -> JSONValue {
    let application = grant.application
    let isV1 = grant.resource.tokenVersion == .v1
    var claims: JSONValue = [
      "aud": .string(isV1 ? grant.audience : grant.resource.applicationID),
      "iss": .string(issuer(grant)),
    ]
    times(&claims)
    claims[isV1 ? "appid" : "azp"] = .string(application.clientID)
    claims[isV1 ? "appidacr" : "azpacr"] = .string(grant.method.rawValue)
    if isV1 { claims["app_displayname"] = .string(application.name) }
    claims["idtyp"] = "app"
    claims["oid"] = .string(application.objectID)
    claims["rh"] = "1.SIMULATED."
    let roles = application.roles(for: grant.audience)
    if !roles.isEmpty { claims["roles"] = JSONValue(roles) }
    claims["sub"] = .string(application.objectID)
    claims["tid"] = .string(grant.tenant.id)
    claims["uti"] = .string(Base64URL.encode(SymmetricKey.random(16)))
    claims["ver"] = isV1 ? "1.0" : "2.0"
    return claims
  }

  private func issuer(_ grant: Grant) -> String {
    let id = grant.tenant.id
    let cloud = exchange.place.cloud
    if grant.resource.tokenVersion == .v1 { return "\(cloud.legacyIssuer)\(id)/" }
    switch exchange.place.family {
    case .ciam: return "https://\(id).ciamlogin.com/\(id)/v2.0"
    case .b2c: return "\(exchange.request.base)/\(id)/v2.0/"
    default: return "https://\(cloud.hosts.first ?? exchange.request.authority)/\(id)/v2.0"
    }
  }

  private func federation(_ grant: Grant) -> JSONValue {
    var claims: JSONValue = [
      "aud": .string("microsoft:identityserver:" + grant.audience),
      "iss": .string("http://\(exchange.request.authority)/adfs/services/trust"),
    ]
    times(&claims)
    claims["apptype"] = "Confidential"
    claims["appid"] = .string(grant.application.clientID)
    claims["ver"] = "1.0"
    return claims
  }

  private func generic(_ grant: Grant, issuer: String) -> JSONValue {
    var claims: JSONValue = [
      "iss": .string(issuer), "sub": .string(grant.application.clientID),
      "aud": .string(grant.audience), "client_id": .string(grant.application.clientID),
    ]
    times(&claims)
    claims["jti"] = .string(GUID.random())
    let roles = grant.application.roles(for: grant.audience)
    if !roles.isEmpty { claims["roles"] = JSONValue(roles) }
    return claims
  }

  // MARK: Signature

  private func signed(_ claims: JSONValue, _ grant: Grant) -> String {
    let signer = fault == .foreignKey || fault == .unknownKeyID ? keys.foreign : keys.current
    let named = fault == .unknownKeyID ? keys.foreign : keys.current
    var header: JSONValue = ["typ": "JWT"]
    let nonce =
      grant.resource.hasHeaderNonce ? Base64URL.encode(SymmetricKey.random(32)) : nil
    if let nonce { header["nonce"] = .string(nonce) }
    header["alg"] =
      switch fault {
      case .unsigned: "none"
      case .signedByPublicKey: "HS256"
      default: "RS256"
      }
    if exchange.place.family.isPlatform { header["x5t"] = .string(named.keyID) }
    header["kid"] = .string(named.keyID)
    // Microsoft Graph's tokens are signed over a header whose nonce is the base64url SHA-256 of the
    // one that is sent, so that only Graph's own software, which knows the trick, verifies them.
    var covered = header
    if let nonce, fault != .plainNonce {
      covered["nonce"] = .string(Base64URL.encode(SHA256.hash(data: Array(nonce.utf8))))
    }
    let payload = Base64URL.encode(claims.serialized.utf8)
    let input = Base64URL.encode(covered.serialized.utf8) + "." + payload
    guard let signature = try? signature(of: signer, over: Array(input.utf8)) else {
      return opaque
    }
    return Base64URL.encode(header.serialized.utf8) + "." + payload + "."
      + Base64URL.encode(signature)
  }
}

extension AccessTokenMint {
  private func signature(
    of signer: SigningKeys.SigningKey, over bytes: [UInt8]
  ) throws -> [UInt8] {
    switch fault {
    case .unsigned: return []
    case .signedByPublicKey:
      let secret = SymmetricKey(data: Data(signer.jwk.serialized.utf8))
      return Array(HMAC<SHA256>.authenticationCode(for: bytes, using: secret))
    default: return try signer.key.signature("RS256", over: bytes)
    }
  }
}

extension SymmetricKey {
  /// So many random bytes.
  fileprivate static func random(_ count: Int) -> [UInt8] {
    SymmetricKey(size: .init(bitCount: count * 8)).withUnsafeBytes { Array($0) }
  }
}
