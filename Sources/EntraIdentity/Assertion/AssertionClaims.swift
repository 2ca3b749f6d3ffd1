import Foundation

/// The claims of a client assertion (RFC 7523, section 3).
struct AssertionClaims {
  private let members: [String: JSONValue]

  /// How far the assertion is dated back, for services whose clock is behind ours.
  private static let backdating = 60
  /// How long it lives in all: what Microsoft's own libraries ask for.
  private static let lifetime = 600

  init(clientID: ClientID, audience: String, now: Date, extra: ExtraClaims? = nil) {
    // Whole numbers: some servers read a fraction as zero, and the assertion as long expired.
    let begin = Int(now.timeIntervalSince1970.rounded(.down)) - Self.backdating
    let own: [String: JSONValue] = [
      "iss": .string(clientID.value), "sub": .string(clientID.value), "aud": .string(audience),
      // A new one for every assertion: services remember it and refuse a replay.
      "jti": .string(UUID.random().text),
      "iat": .integer(begin), "nbf": .integer(begin), "exp": .integer(begin + Self.lifetime),
    ]
    members = own.merging(extra?.members ?? [:]) { _, extra in extra }
  }

  /// The claims as a JSON text.
  var text: String { JSONValue.object(members).text }
}
