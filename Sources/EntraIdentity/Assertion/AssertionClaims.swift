import Foundation

/// The claims of a client assertion (RFC 7523, section 3).
struct AssertionClaims: Encodable {
  let iss: String
  let sub: String
  let aud: String
  let jti: String
  let iat: Int
  let nbf: Int
  let exp: Int

  /// How far the assertion is dated back, for services whose clock is behind ours.
  private static let backdating = 60
  /// How long it lives in all: what Microsoft's own libraries ask for.
  private static let lifetime = 600

  init(clientID: ClientID, audience: String, now: Date) {
    iss = clientID.value
    sub = clientID.value
    aud = audience
    // A new one for every attempt: services remember it and refuse a replay.
    jti = UUID().uuidString.lowercased()
    // Whole numbers: some servers read a fraction as zero, and the assertion as long expired.
    nbf = Int(now.timeIntervalSince1970.rounded(.down)) - Self.backdating
    iat = nbf
    exp = nbf + Self.lifetime
  }
}
