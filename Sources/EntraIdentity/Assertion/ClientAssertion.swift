public import Foundation

/// Signed client assertions (RFC 7523): how an application proves that it has the private key.
public enum ClientAssertion {
  /// Signs an assertion. Every call makes another one (`jti`), for exactly one request.
  /// - Parameters:
  ///   - credential: The certificate and its key.
  ///   - clientID: The application.
  ///   - audience: Whom the assertion is for: the token endpoint's URL.
  ///   - profile: How the authority wants it.
  ///   - now: The time; the assertion is dated one minute back and lives for ten in all.
  ///   - extraClaims: Further claims, which replace its own of the same name.
  /// - Returns: The assertion, for `client_assertion`.
  /// - Throws: ``CredentialProblem`` with `signingFailed`, for a profile that does not fit the key.
  public static func signed(
    by credential: CertificateCredential, clientID: ClientID, audience: String,
    profile: AssertionProfile, now: Date, extraClaims: ExtraClaims? = nil
  ) throws(CredentialProblem) -> Secret {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let header = AssertionHeader(credential: credential, profile: profile)
    let claims = AssertionClaims(
      clientID: clientID, audience: audience, now: now, extra: extraClaims)
    let algorithm = profile.algorithm
    guard algorithm.fits(credential.privateKey.kind) else {
      throw CredentialProblem(
        .signingFailed, "\(algorithm.rawValue) does not fit a key of \(credential.facts.keyKind).")
    }
    guard let header = try? encoder.encode(header) else {
      throw CredentialProblem(.signingFailed, "The assertion cannot be written as JSON.")
    }
    let input = Base64URL.encode(header) + "." + Base64URL.encode(claims.text.utf8)
    let raw = try credential.privateKey.signature(for: Array(input.utf8), algorithm)
    guard let signature = try? algorithm.jwsSignature(raw) else {
      throw CredentialProblem(.signingFailed, "The signature has an unexpected form.")
    }
    return Secret(input + "." + Base64URL.encode(signature))
  }
}

extension SigningAlgorithm {
  fileprivate func fits(_ key: KeyKind) -> Bool {
    switch key {
    case .rsa: self == .ps256 || self == .rs256
    case .ellipticCurve(let curve): self == SigningAlgorithm(curve: curve)
    case .other: false
    }
  }
}
