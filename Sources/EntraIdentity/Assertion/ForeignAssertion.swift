public import Foundation

/// What an assertion from elsewhere says of itself. Nothing in it is verified: it is evidence for
/// people, and tells before a request is sent that one would be in vain.
public struct ForeignAssertion: Hashable, Sendable {
  /// `alg` of its header.
  public let algorithm: String
  /// `kid` of its header.
  public let keyID: String?
  /// `iss`.
  public let issuer: String?
  /// `sub`.
  public let subject: String?
  /// `aud`, one or several.
  public let audience: [String]
  /// `exp`.
  public let expires: Date?
  /// `nbf`.
  public let notBefore: Date?

  /// Reads an assertion, without verifying it.
  /// - Parameter secret: The assertion; nil comes back for anything that is not a signed JWT.
  public init?(_ secret: Secret) {
    guard let jws = secret.withValue({ try? CompactJWS($0) }),
      let claims = jws.claims
    else { return nil }
    algorithm = jws.header.alg
    keyID = jws.header.kid
    issuer = claims.iss
    subject = claims.sub
    audience = claims.aud
    expires = claims.exp
    notBefore = claims.nbf
  }
}
