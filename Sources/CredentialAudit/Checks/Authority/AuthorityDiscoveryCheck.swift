import EntraIdentity

extension AuthorityCheck {
  /// Does the OpenID configuration answer?
  package static let discovery = AuthorityCheck(
    id: .authorityDiscovery,
    question: "does the OpenID configuration answer, as JSON, with the fields that the flows need?",
    reference: "OpenID Connect Discovery 1.0, section 4; RFC 8414, section 3"
  ) { observation in
    guard observation.isAskable else {
      return [.skipped(.authorityDiscovery, "depends-on-url", "the URL cannot be asked")]
    }
    guard let examination = observation.examination, let authority = observation.askable else {
      return [.skipped(.authorityDiscovery, "offline", "the document was not asked for")]
    }
    let clock = [observation.clock].compactMap(\.self).filter(\.isOff).map(skew)
    return answers(examination, of: authority) + clock
  }

  private static func answers(
    _ examination: AuthorityExamination, of authority: Authority
  ) -> [Finding] {
    let address: Evidence = ["url": authority.discoveryURL.description]
    switch examination.discovery {
    case .seen:
      return [.pass(.authorityDiscovery, "the OpenID configuration answers", evidence: address)]
    case .failed(let error):
      return [
        ErrorJudgement(error, asked: .discovery, isCloudHost: authority.isCloudHost).finding(
          .authorityDiscovery, evidence: address)
      ]
    case .notAsked:
      return [
        .skipped(.authorityDiscovery, "depends-on-instance", "the host was not confirmed")
      ]
    }
  }

  /// Whose clock is wrong is for the whole run to say, when all hosts have been compared.
  private static func skew(_ clock: ClockReading) -> Finding {
    .found(
      .authorityDiscovery, .warning, "clock-skew", clock.sentence,
      evidence: [
        "host": clock.host, "offset_seconds": String(abs(clock.seconds)),
        "this_machine": clock.seconds > 0 ? "ahead" : "behind",
      ])
  }
}
