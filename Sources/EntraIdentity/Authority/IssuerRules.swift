/// Which issuer is an authority's (OpenID Connect Discovery 1.0, section 4.3; RFC 8414, section
/// 3.3). Each comparison is of whole texts that were built here: no host is cut out of what a
/// server says, so that neither a look-alike nor user info, a port or plain http can pass.
public enum IssuerRules {
  /// Judges the issuer of an authority's document.
  /// - Parameters:
  ///   - issuer: The issuer as the document has it.
  ///   - authority: The authority that was asked.
  ///   - aliases: The hosts that instance discovery named for an unknown cloud.
  /// - Returns: Whether it is the authority's.
  public static func judge(
    issuer: String?, for authority: Authority, aliases: [String] = []
  ) -> IssuerJudgement {
    guard let issuer, !issuer.isEmpty else { return .missing }
    var tenant: String?
    if case .guid(let guid) = authority.tenant {
      tenant = guid
    } else if authority.kind.issuerNamesTenant {
      // A domain says nothing of the GUID: whichever the document names becomes the tenant, and
      // a declared id is compared with it. The literal `{tenantid}` of /common is no GUID.
      tenant = guid(inPathOf: issuer)
    }
    let forms = forms(for: authority, tenant: tenant ?? "{tenant id}", aliases: aliases)
    // Without a tenant the forms are only there to be shown: a document may well hold a template.
    if tenant != nil || !authority.kind.issuerNamesTenant,
      forms.contains(issuer) || isPolicyForm(issuer, of: authority, forms: forms)
    {
      return .accepted
    }
    return .mismatch(expected: Array(forms.prefix(2)), found: issuer.printable())
  }

  /// The tenant's GUID in an issuer that was accepted.
  /// - Parameters:
  ///   - issuer: The issuer, after ``judge(issuer:for:aliases:)`` accepted it.
  ///   - authority: The authority that it belongs to.
  /// - Returns: The GUID; nil for families whose issuer names no tenant.
  public static func tenantID(issuer: String, of authority: Authority) -> TenantID? {
    guard authority.kind.issuerNamesTenant else { return nil }
    return guid(inPathOf: issuer).map(TenantID.guid)
  }

  /// Every issuer that is right, the usual one first.
  private static func forms(
    for authority: Authority, tenant: String, aliases: [String]
  ) -> [String] {
    let own = authority.url.origin
    switch authority.kind {
    case .oidc:
      return authority.issuerURL.map { [$0] } ?? []
    case .adfs:
      // The document's access_token_issuer, http://host/adfs/services/trust, is AD FS's own and
      // proves nothing: the scheme alone would let anybody on the way write it.
      return ["\(own)/adfs"]
    case .dsts:
      return [authority.url.description, authority.url.description + "/"]
    case .entra:
      // Recorded: China's issuer is on the partner host whichever host is asked, and v1 documents
      // are issued by sts.windows.net. One cloud's hosts are one service.
      let origins = origins(of: authority, aliases: aliases)
      return origins.map { "\($0)/\(tenant)/v2.0" } + origins.map { "\($0)/\(tenant)/" }
    case .ciam:
      // Recorded on 2026-09-01: the host is the tenant's GUID, not its name.
      let suffix = authority.cloud?.ciamSuffix
      let shared = "https://\(tenant).\(suffix ?? "ciamlogin.com")/\(tenant)/v2.0"
      return suffix == nil ? [shared, "\(own)/\(tenant)/v2.0"] : [shared]
    case .b2c:
      return origins(of: authority, aliases: []).flatMap {
        ["\($0)/\(tenant)/v2.0/", "\($0)/\(tenant)/"]
      }
    }
  }

  /// The origins that are one with the authority's: its cloud's, or what discovery vouched for.
  private static func origins(of authority: Authority, aliases: [String]) -> [String] {
    let own = authority.url.origin
    let hosts = authority.isOnCloudHost ? authority.cloud?.aliases ?? [] : aliases
    let others = hosts.map { "https://\($0)" }.filter { $0 != own }
    // With a port on a cloud's host the issuer still has none: `others` has that one too.
    return [own] + others
  }

  /// B2C's compatibility form, `{origin}/tfp/{tenant}/{policy}/v2.0/`. The service writes the
  /// policy in lower case whatever was asked for.
  private static func isPolicyForm(
    _ issuer: String, of authority: Authority, forms: [String]
  ) -> Bool {
    guard authority.kind == .b2c, let policy = authority.policy else { return false }
    return forms.lazy.filter { $0.hasSuffix("/v2.0/") }.contains { form in
      let base = form.dropLast("v2.0/".count)
      guard let slash = base.dropLast().lastIndex(of: "/") else { return false }
      let wanted = "\(base[..<slash])/tfp\(base[slash...])"
      let rest = issuer.dropFirst(wanted.count)
      return issuer.hasPrefix(wanted) && rest.lowercased() == "\(policy.lowercased())/v2.0/"
        && rest.hasSuffix("/v2.0/")
    }
  }

  /// The GUID that stands as the first path segment, or behind `/tfp`; only to build a form with.
  private static func guid(inPathOf issuer: String) -> String? {
    guard let url = try? EndpointURL(issuer) else { return nil }
    let segments = url.path.split(separator: "/").map(String.init)
    guard let first = segments.first else { return nil }
    return TenantID.guid(in: first == "tfp" && segments.count > 1 ? segments[1] : first)
  }
}

extension AuthorityKind {
  /// Whether the family's issuer has the tenant's GUID in it.
  fileprivate var issuerNamesTenant: Bool {
    switch self {
    case .entra, .b2c, .ciam: true
    case .dsts, .adfs, .oidc: false
    }
  }
}
