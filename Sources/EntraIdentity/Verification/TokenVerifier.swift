/// Reads an access token and verifies its signature with its authority's keys.
///
/// Whether the claims are the right ones, and whether their time has come, is for the caller.
public struct TokenVerifier: Sendable {
  private let keys: KeySet

  /// Makes a verifier.
  /// - Parameter keys: The authority's keys.
  public init(keys: KeySet) {
    self.keys = keys
  }

  /// Reads and verifies a token.
  /// - Parameter token: The access token as it was received.
  /// - Returns: What could be learnt of it.
  public func verify(_ token: Secret) -> TokenVerification {
    let jws: CompactJWS
    do throws(CompactJWS.Problem) {
      jws = try token.withValue { text throws(CompactJWS.Problem) in try CompactJWS(text) }
    } catch {
      return switch error {
      case .notJWS: .opaque
      case .malformed(let sentence): .malformed(sentence)
      }
    }
    guard let claims = jws.claims else {
      return .malformed("The payload is not a JSON object with each claim once.")
    }
    return .jwt(claims, verdict(on: jws))
  }

  func verdict(on jws: CompactJWS) -> SignatureVerdict {
    // The allow-list comes first: for `none` and HMAC there is no key to ask for.
    guard let algorithm = SignatureAlgorithm(rawValue: jws.header.alg) else {
      return .unsupportedAlgorithm(String(jws.header.alg.prefix(32)))
    }
    // RFC 7515, section 4.1.11: extensions that are not understood make the signature invalid, and
    // none is understood here.
    guard jws.headerMembers.member("crit") == nil else { return .invalid }
    // The header's own keys (`jwk`, `jku`, `x5c`) are never read: an attacker would bring his.
    guard let kid = jws.header.kid, let entry = keys.key(kid: kid) else {
      return .unknownKey(kid: jws.header.kid.map { String($0.prefix(256)) })
    }
    guard entry.key.fits(algorithm), entry.algorithm ?? algorithm.rawValue == algorithm.rawValue
    else { return .invalid }
    if entry.key.isValid(jws.signature, for: jws.signingInput, algorithm) {
      return .valid(kid: kid)
    }
    guard let signedHeader = GraphNonce.signedHeader(of: jws) else { return .invalid }
    let signingInput = jws.signingInput(headerText: signedHeader)
    return entry.key.isValid(jws.signature, for: signingInput, algorithm)
      ? .valid(kid: kid) : .notVerifiable
  }
}
