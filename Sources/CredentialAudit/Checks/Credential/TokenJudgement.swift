import EntraIdentity
import Foundation

/// One token against what was asked for. The claims of a token whose signature cannot be verified
/// by others are judged all the same: they tell what the service believes it issued.
struct TokenJudgement {
  let token: ObservedToken
  let scopes: [Scope]
  let resolved: ResolvedAuthority
  let clientID: ClientID
  let expectation: TokenExpectations
  /// How this machine's clock stands to that of the service that made the token.
  let clock: ClockReading?

  /// How far two clocks may be apart.
  private static let skew: TimeInterval = 300

  var findings: [Finding] {
    let claims: TokenClaims
    let signature: SignatureVerdict
    switch token.verification {
    case .jwt(let read, let verdict): (claims, signature) = (read, verdict)
    case .opaque:
      return [
        .skipped(
          .credentialToken, "opaque-token", "the token is opaque", evidence: scopeEvidence)
      ]
    case .malformed(let detail):
      return [
        .found(
          .credentialToken, .critical, "token-malformed", "the token cannot be read: \(detail)",
          evidence: scopeEvidence)
      ]
    }
    let wrong =
      [application(claims), tenant(claims), audience(claims)].compactMap(\.self) + time(claims)
      + issuer(claims, signature) + roles(claims) + unsaid(claims) + judge(signature, claims)
    guard wrong.isEmpty else { return wrong }
    return [
      .pass(.credentialToken, "the token is the one that was asked for", evidence: evidence(claims))
    ]
  }

  var scopeEvidence: Evidence {
    ["scope": scopes.isEmpty ? nil : scopes.map(\.value).joined(separator: " ")]
  }

  private func evidence(_ claims: TokenClaims) -> Evidence {
    var evidence = scopeEvidence
    evidence.add("issuer", claims.iss?.cleaned(maximum: 200))
    evidence.add("audience", claims.aud.joined(separator: " ").cleaned(maximum: 200))
    evidence.add(
      "roles",
      claims.roles.isEmpty
        ? nil : claims.roles.sorted().joined(separator: " ").cleaned(maximum: 1000))
    evidence.add("kind", claims.idtyp?.cleaned(maximum: 40))
    return evidence
  }

  private func wrong(
    _ code: String, _ summary: String, expected: String?, found: String?,
    blame: ClockBlame? = nil
  ) -> Finding {
    var evidence = scopeEvidence
    evidence.add("expected", expected)
    evidence.add("found", found?.cleaned(maximum: 200))
    return .found(
      .credentialToken, .critical, code, summary, cause: blame?.cause, fix: blame?.fix,
      evidence: evidence)
  }

  private func application(_ claims: TokenClaims) -> Finding? {
    // Services differ in which claim names it, and some have several: each has to be ours.
    let named = [claims.appid, claims.azp, claims.clientID].compactMap(\.self)
    guard let found = named.first(where: { $0.lowercased() != clientID.value.lowercased() }) else {
      return nil
    }
    return wrong(
      "token-other-application", "the token is for another application",
      expected: clientID.value, found: found)
  }

  private func tenant(_ claims: TokenClaims) -> Finding? {
    guard let expected = resolved.tenantID?.description, let found = claims.tid,
      found.lowercased() != expected
    else { return nil }
    return wrong(
      "token-other-tenant", "the token is for another tenant", expected: expected, found: found)
  }

  private func audience(_ claims: TokenClaims) -> Finding? {
    var accepted: [String] = []
    if let audience = expectation.audience {
      accepted = KnownResource.names(of: audience)
    } else if scopes.count == 1, let resource = scopes[0].resource {
      // Only where the resource is a known pair of URI and GUID can "another audience" be told
      // from the API's other name.
      let names = KnownResource.names(of: resource)
      if names.count > 1 { accepted = names }
    }
    guard !accepted.isEmpty else { return nil }
    let wanted = Set(accepted.map(Self.withoutSlash))
    guard !claims.aud.contains(where: { wanted.contains(Self.withoutSlash($0)) }) else {
      return nil
    }
    return wrong(
      "token-other-audience", "the token is for another API",
      expected: accepted.joined(separator: " or "), found: claims.aud.joined(separator: " "))
  }

  private static func withoutSlash(_ name: String) -> String {
    name.hasSuffix("/") ? String(name.dropLast()) : name
  }

  private func time(_ claims: TokenClaims) -> [Finding] {
    let now = token.receivedAt
    if let end = claims.exp, end.addingTimeInterval(Self.skew) <= now {
      return [
        wrong(
          "token-expired", "the token is already past its end", expected: "after \(now.rfc3339)",
          found: end.rfc3339, blame: ClockBlame(forTokenPastItsEnd: true, clock: clock))
      ]
    }
    if let begin = claims.nbf, begin.addingTimeInterval(-Self.skew) > now {
      return [
        wrong(
          "token-not-yet-valid", "the token is not valid yet", expected: "before \(now.rfc3339)",
          found: begin.rfc3339, blame: ClockBlame(forTokenPastItsEnd: false, clock: clock))
      ]
    }
    return []
  }

  private func issuer(_ claims: TokenClaims, _ signature: SignatureVerdict) -> [Finding] {
    guard let found = claims.iss, !resolved.acceptsToken(issuer: found) else { return [] }
    if resolved.isMicrosoft, !resolved.isOtherTenants(issuer: found), case .valid = signature {
      return [
        .found(
          .credentialToken, .warning, "token-issuer-unlisted",
          "the token's issuer is not on the cloud's list",
          evidence: ["found": found.cleaned(maximum: 200)])
      ]
    }
    return [
      wrong(
        "token-other-issuer", "the token names another issuer", expected: resolved.issuer,
        found: found)
    ]
  }

  private func roles(_ claims: TokenClaims) -> [Finding] {
    let missing = expectation.roles.filter { !claims.roles.contains($0) }
    guard !missing.isEmpty else { return [] }
    return [
      wrong(
        "role-missing", "the token lacks \(missing.joined(separator: ", "))",
        expected: expectation.roles.joined(separator: " "),
        found: claims.roles.isEmpty ? "none" : claims.roles.sorted().joined(separator: " "))
    ]
  }

  private func judge(_ signature: SignatureVerdict, _ claims: TokenClaims) -> [Finding] {
    guard token.hadKeys else {
      return [
        .found(
          .credentialToken, .unknown, "no-keys-to-verify",
          "the signature was not verified: there was no key set")
      ]
    }
    switch signature {
    case .valid: return []
    case .invalid:
      return [
        wrong(
          "signature-invalid", "the signature is not by the authority's keys", expected: nil,
          found: nil)
      ]
    case .notVerifiable:
      return [
        .skipped(
          .credentialToken, "not-verifiable", "the signature can be verified by the API alone",
          evidence: evidence(claims))
      ]
    case .unknownKey(let kid):
      return [
        .found(
          .credentialToken, .unknown, "signing-key-unknown",
          "the key set lacks the token's signing key",
          evidence: ["kid": kid?.cleaned(maximum: 100)], retryable: true)
      ]
    case .unsupportedAlgorithm(let name):
      return [
        wrong(
          "algorithm-refused", "the token's algorithm is not accepted",
          expected: "RS256, PS256 or ES256", found: name)
      ]
    }
  }
}
