import EntraIdentity

extension TokenJudgement {
  /// Claims that every token of Entra has. Where one is missing, the question that it answers was
  /// not answered: that is no pass.
  func unsaid(_ claims: TokenClaims) -> [Finding] {
    guard resolved.authority.kind == .entra else { return [] }
    let missing = [
      ("iss", claims.iss == nil), ("aud", claims.aud.isEmpty), ("tid", claims.tid == nil),
      ("exp", claims.exp == nil), ("appid", claims.appid == nil && claims.azp == nil),
    ].filter(\.1).map(\.0)
    guard !missing.isEmpty else { return [] }
    return [
      .found(
        .credentialToken, .unknown, "token-incomplete",
        "the token does not say \(missing.joined(separator: ", "))", evidence: scopeEvidence)
    ]
  }
}
