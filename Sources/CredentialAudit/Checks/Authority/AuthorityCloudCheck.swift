import EntraIdentity

extension AuthorityCheck {
  /// Do host, document and scopes belong to one cloud?
  package static let cloud = AuthorityCheck(
    id: .authorityCloud,
    question: "do the document's cloud and region fit the host and the scopes?",
    reference: "Microsoft identity platform, national clouds"
  ) { observation in
    guard let examination = observation.documented, let authority = observation.askable,
      let document = examination.discovery.value
    else {
      return [observation.unjudged(.authorityCloud)]
    }
    guard let cloud = authority.cloud else {
      return [.skipped(.authorityCloud, "not-applicable", "the host belongs to no Microsoft cloud")]
    }
    let findings = CloudRules.contradictions(
      authority: authority, document: document, scopes: observation.scopes
    ).map { contradiction in
      Finding.found(
        .authorityCloud, .critical, contradiction.code.rawValue, contradiction.summary,
        class: RefusalCategory.authorityWrong.rawValue,
        evidence: [
          "field": contradiction.field, "found": contradiction.found,
          "expected": contradiction.expected,
        ])
    }
    guard findings.isEmpty else { return findings }
    return [
      .pass(
        .authorityCloud, "document and scopes belong to the cloud \(cloud.id)",
        evidence: [
          "cloud": cloud.id, "region": document.tenantRegionScope,
          "sub_region": document.tenantRegionSubScope,
        ])
    ]
  }
}
