import Foundation

/// Refusals for what is wrong with the credential. Numbers, OAuth errors and the bracketed reasons
/// of 700027 are the service's, as recorded; the other words are ours.
extension Refusal {
  private static func credential(_ code: Int, _ sentence: String) -> Refusal {
    Refusal(code, "invalid_client", 401, sentence)
  }

  static func wrongSecret(_ clientID: String) -> Refusal {
    credential(
      7_000_215,
      "The client secret is not one of the application '\(clientID)'; send its value, "
        + "not its id"
    ).with { $0.policyCode = "AADB2C90081" }
  }

  static func expiredSecret(_ clientID: String) -> Refusal {
    credential(7_000_222, "The client secret of the application '\(clientID)' is past its end")
      .with { $0.policyCode = "AADB2C90081" }
  }

  static let malformedAssertion = Refusal(
    50027, "invalid_request", 400, "The JSON Web Token is malformed")

  static let wrongAssertionType = Refusal(
    50027, "invalid_request", 400, "The 'client_assertion_type' is not that of a JSON Web Token")

  static let wrongTokenType = Refusal(
    5_002_727, "invalid_request", 400, "The assertion's 'typ' is not 'JWT'")

  static func unsupportedAlgorithm(_ name: String) -> Refusal {
    credential(
      5_002_738, "The assertion's algorithm '\(name)' is not taken; use 'PS256' or 'RS256'")
  }

  static let noKeyNamed = credential(
    5_002_723, "The assertion's header names no key: neither 'x5t#S256', 'x5t' nor 'kid'")

  static func keyNotFound(_ thumbprint: String) -> Refusal {
    invalidSignature(
      "The key was not found., Thumbprint of key used by client: '\(thumbprint)'")
  }

  static func signatureMismatch(_ thumbprint: String, _ key: RegisteredKey) -> Refusal {
    invalidSignature(
      "Key was found, but use of the key to verify the signature failed., "
        + "Thumbprint of key used by client: '\(thumbprint)', Found key '\(span(key))'")
  }

  static func keyExpired(_ thumbprint: String, _ key: RegisteredKey) -> Refusal {
    invalidSignature(
      "The key used is expired., Thumbprint of key used by client: '\(thumbprint)', "
        + "Found key '\(span(key))'")
  }

  private static func invalidSignature(_ reason: String) -> Refusal {
    credential(700_027, "The client assertion's signature is not valid. [Reason - \(reason)]")
  }

  private static func span(_ key: RegisteredKey) -> String {
    "Start=\(Moment(key.start).american), End=\(Moment(key.end).american)"
  }

  static func missingClaim(_ name: String) -> Refusal {
    Refusal(90014, "invalid_request", 400, "The credential lacks the field '\(name)'")
  }

  /// The lookup service gives 700023 for an audience outside the issuer's realm.
  static let wrongAudience = credential(
    700_023, "The client assertion's audience is not this token endpoint")

  static let wrongAssertionIssuer = credential(
    700_021, "The client assertion names another application than 'client_id'")

  static func outsideItsTime(_ now: Date, from start: Date?, to end: Date) -> Refusal {
    let from = Moment(start ?? .distantPast).precise
    return credential(
      700_024,
      "The client assertion is outside its time. Current time: \(Moment(now).precise), "
        + "assertion valid from \(from), expiry time of assertion \(Moment(end).precise)")
  }

  /// No code for a second use is on record; 700024 is what the catalogue says of a reused one.
  static let assertionUsedAgain = credential(
    700_024, "The client assertion was used before; make a new one for every request")

  static func noFederatedIssuer(_ issuer: String) -> Refusal {
    noFederated(700_211, "issuer", issuer)
  }

  static func noFederatedAudience(_ audience: String) -> Refusal {
    noFederated(700_212, "audience", audience)
  }

  static func noFederatedSubject(_ subject: String) -> Refusal {
    noFederated(700_213, "subject", subject)
  }

  private static func noFederated(_ code: Int, _ what: String, _ value: String) -> Refusal {
    credential(code, "No federated credential has the \(what) of the assertion, '\(value)'")
  }

  static let federationOutOfReach = Refusal(
    90061, "invalid_request", 400, "The outside issuer's documents are out of reach")

  /// RFC 6749, section 5.2; what a generic issuer says to every credential that fails.
  static let invalidClient = Refusal(
    nil, "invalid_client", 401, "The client could not be authenticated")
}
