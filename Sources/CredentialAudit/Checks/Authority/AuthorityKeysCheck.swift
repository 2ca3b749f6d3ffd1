import EntraIdentity

extension AuthorityCheck {
  /// Can anybody verify what this authority signs?
  package static let keys = AuthorityCheck(
    id: .authorityKeys,
    question: "does the key set answer, with usable signing keys?",
    reference: "RFC 7517, section 5; OpenID Connect Discovery 1.0, section 3"
  ) { observation in
    guard let examination = observation.documented, let authority = observation.askable else {
      return [observation.unjudged(.authorityKeys)]
    }
    guard let address = examination.discovery.value?.jwksURI else {
      return [
        .found(.authorityKeys, .critical, "keys-missing", "the document names no key set")
      ]
    }
    switch examination.keys {
    case .notAsked:
      return [
        .skipped(.authorityKeys, "depends-on-endpoints", "the key set's address is not trusted")
      ]
    case .failed(let error):
      return [
        ErrorJudgement(error, asked: .keys, isCloudHost: authority.isCloudHost).finding(
          .authorityKeys, evidence: ["url": address])
      ]
    case .seen(let keys):
      let evidence: Evidence = [
        "url": address, "usable": String(keys.usable.count), "skipped": String(keys.skipped.count),
      ]
      guard !keys.usable.isEmpty else {
        return [
          .found(
            .authorityKeys, .critical, "keys-unusable", "no key of the set can verify a signature",
            evidence: evidence)
        ]
      }
      return [
        .pass(
          .authorityKeys, "the key set has \(keys.usable.count.of("usable signing key"))",
          evidence: evidence)
      ]
    }
  }
}
