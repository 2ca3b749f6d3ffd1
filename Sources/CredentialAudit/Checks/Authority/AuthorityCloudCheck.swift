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
    let findings =
      examination.cloudMismatches.map {
        mismatch($0, $0.field == "tenant_region_scope" ? "region-other-cloud" : "cloud-mismatch")
      }
      + CloudRules.mismatches(of: observation.scopes, with: cloud).map {
        mismatch($0, "scope-other-cloud")
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

  private static func mismatch(_ mismatch: CloudMismatch, _ code: String) -> Finding {
    .found(
      .authorityCloud, .critical, code,
      "\(mismatch.field) belongs to \(mismatch.belongsTo.map { "the cloud \($0.id)" } ?? "another cloud")",
      class: RefusalCategory.authorityWrong.rawValue,
      evidence: [
        "field": mismatch.field, "found": mismatch.found,
        "expected": mismatch.expected.isEmpty ? nil : mismatch.expected.joined(separator: " or "),
      ])
  }
}
