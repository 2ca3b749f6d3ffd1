import Foundation

/// The keys that the simulator signs tokens with: one set for all tenants, made once in a process.
struct SigningKeys: Sendable {
  struct SigningKey: Sendable {
    let key: MintedKey
    let jwk: JSONValue
    let keyID: String

    init(_ number: Int) throws {
      key = try MintedKey.reusableRSA(number)
      let certificate = try MintedCertificate.client(
        "accounts.accesscontrol.windows.net", key: key)
      keyID = certificate.sha1Thumbprint
      var jwk = try key.publicJWK(keyID: keyID)
      jwk["x5t"] = .string(keyID)
      jwk["x5c"] = [.string(Data(certificate.der).base64EncodedString())]
      self.jwk = jwk
    }
  }

  /// What tokens are signed with.
  let current: SigningKey
  /// What the key set holds beside it.
  let next: SigningKey
  /// What no key set holds.
  let foreign: SigningKey

  private init() throws {
    // Numbers far from those that tests reuse for their clients.
    current = try SigningKey(9_001)
    next = try SigningKey(9_002)
    foreign = try SigningKey(9_003)
  }

  private static let made = Result { try SigningKeys() }

  static func shared() throws -> SigningKeys { try made.get() }
}
