import EntraIdentity

extension AuthorityCheck {
  /// Does the document speak for this authority, or for another?
  package static let issuer = AuthorityCheck(
    id: .authorityIssuer,
    question: "is the document's issuer this authority's?",
    reference: "OpenID Connect Discovery 1.0, section 4.3; RFC 8414, section 3.3"
  ) { observation in
    guard let examination = observation.documented, let issuer = examination.issuer else {
      return [observation.unjudged(.authorityIssuer)]
    }
    let found = examination.discovery.value?.issuer
    switch issuer {
    case .accepted:
      return [
        .pass(.authorityIssuer, "the issuer is this authority's", evidence: ["issuer": found])
      ]
    case .missing:
      return [
        .found(
          .authorityIssuer, .critical, "issuer-missing", "the document names no issuer",
          class: RefusalCategory.authorityWrong.rawValue)
      ]
    case .mismatch(let expected, let found):
      return [
        .found(
          .authorityIssuer, .critical, "issuer-mismatch",
          "the document names another issuer than this authority's",
          class: RefusalCategory.authorityWrong.rawValue,
          evidence: ["found": found, "expected": expected.joined(separator: " or ")])
      ]
    }
  }
}
