import EntraIdentity

extension AuthorityCheck {
  /// Do the endpoints stay where the authority is?
  package static let endpoints = AuthorityCheck(
    id: .authorityEndpoints,
    question:
      "do token, key-set and device endpoints stay on https and on the authority's cloud or host?",
    reference: "RFC 8414, section 6.2; RFC 9700, section 4.4"
  ) { observation in
    guard let examination = observation.documented else {
      return [observation.unjudged(.authorityEndpoints)]
    }
    guard !examination.endpointViolations.isEmpty else {
      return [
        .pass(
          .authorityEndpoints, "every endpoint stays with the authority",
          evidence: [
            "token_endpoint": examination.discovery.value?.tokenEndpoint,
            "jwks_uri": examination.discovery.value?.jwksURI,
          ])
      ]
    }
    return examination.endpointViolations.map { violation in
      .found(
        .authorityEndpoints, .critical, "endpoint-" + violation.reason.rawValue,
        "\(violation.field) leads out of the authority",
        class: RefusalCategory.authorityWrong.rawValue,
        evidence: ["field": violation.field, "url": violation.url])
    }
  }
}
