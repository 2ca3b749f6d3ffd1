import EntraIdentity

extension AuthorityCheck {
  /// Is it the directory that somebody meant?
  package static let tenant = AuthorityCheck(
    id: .authorityTenant,
    question: "is the tenant that discovery names the declared one?",
    reference: "Microsoft identity platform, OpenID configuration of a tenant"
  ) { observation in
    guard let examination = observation.documented, let authority = observation.askable else {
      return [observation.unjudged(.authorityTenant)]
    }
    let found = examination.tenantID?.description
    guard let declared = observation.tenant.tenantID else {
      if authority.kind == .oidc || authority.kind == .adfs {
        return [
          .skipped(.authorityTenant, "not-applicable", "an issuer of this kind has no tenants")
        ]
      }
      return [
        .pass(
          .authorityTenant,
          found.map { "discovery resolves to \($0); the inventory declares none" }
            ?? "the inventory declares no tenant_id",
          evidence: ["found": found])
      ]
    }
    guard let found else {
      return [
        .found(
          .authorityTenant, .unknown, "tenant-not-resolved",
          "the document does not tell its tenant", evidence: ["declared": declared])
      ]
    }
    guard found == declared else {
      return [
        .found(
          .authorityTenant, .critical, "tenant-mismatch",
          "discovery resolves to another tenant than the declared one",
          class: RefusalCategory.authorityWrong.rawValue,
          evidence: ["declared": declared, "found": found])
      ]
    }
    return [
      .pass(
        .authorityTenant, "discovery resolves to the declared tenant", evidence: ["found": found])
    ]
  }
}
