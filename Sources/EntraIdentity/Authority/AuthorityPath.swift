/// The part of an authority that its family reads out of the path.
struct AuthorityPath {
  /// The tenant, where the family has one.
  let tenant: TenantID?
  /// The policy, where the family has one.
  let policy: String?
  /// The path as it should be written, without a slash at its end.
  let canonical: String

  /// Reads a path.
  /// - Parameters:
  ///   - kind: The family; a generic issuer's path is its own and not read here.
  ///   - segments: The path's segments without empty ones and without an endpoint's path.
  ///   - url: The URL, for its host and query.
  ///   - ciamSuffix: The shared domain, where the host is below it.
  ///   - notes: What is wrong or odd.
  /// - Returns: The parts; nil where something is wrong.
  static func read(
    kind: AuthorityKind, segments: [String], url: WrittenURL, ciamSuffix: String?,
    notes: inout AuthorityNotes
  ) -> AuthorityPath? {
    var rest = segments[...]
    if kind == .ciam, rest.isEmpty, let ciamSuffix,
      let tenant = owner(of: url.host, below: ciamSuffix)
    {
      return AuthorityPath(tenant: tenant, policy: nil, canonical: "/\(tenant)")
    }
    switch kind {
    case .entra, .ciam: return tenantPath(&rest, after: "", &notes)
    case .b2c: return policyPath(&rest, url: url, &notes)
    case .dsts, .adfs:
      let word = kind == .adfs ? "adfs" : "dstsv2"
      guard rest.popFirst()?.lowercased() == word else {
        notes.problem(.unknownPath, "it does not start with /\(word)")
        return nil
      }
      if kind == .dsts { return tenantPath(&rest, after: "/dstsv2", &notes) }
      guard atEnd(rest, &notes) else { return nil }
      return AuthorityPath(tenant: nil, policy: nil, canonical: "/adfs")
    case .oidc: return nil
    }
  }

  private static func tenantPath(
    _ rest: inout ArraySlice<String>, after prefix: String, _ notes: inout AuthorityNotes
  ) -> AuthorityPath? {
    let tenant = tenant(&rest, &notes)
    let isWhole = atEnd(rest, &notes)
    guard let tenant, isWhole else { return nil }
    return AuthorityPath(tenant: tenant, policy: nil, canonical: "\(prefix)/\(tenant)")
  }

  /// `[/tfp]/{tenant}/{policy}`. On a cloud's shared host /tfp is what leads to B2C, so that it is
  /// kept, and put there for a policy that stood in the query.
  private static func policyPath(
    _ rest: inout ArraySlice<String>, url: WrittenURL, _ notes: inout AuthorityNotes
  ) -> AuthorityPath? {
    let queried = url.query.flatMap { B2CQuery($0).policy }
    var prefix = ""
    if rest.first?.lowercased() == "tfp" {
      prefix = "/tfp"
      rest = rest.dropFirst()
    }
    let tenant = tenant(&rest, &notes)
    if let queried { notes.remark(.policyInQuery, queried) }
    let named = rest.popFirst()
    guard let policy = named ?? queried else {
      if tenant != nil { notes.problem(.noPolicy) }
      return nil
    }
    if named == nil, Cloud.known(host: url.host) != nil { prefix = "/tfp" }
    let isName = policy.utf8.allSatisfy { isLetterDigitHyphen($0) || $0 == 0x5F }
    if !isName { notes.problem(.policyMalformed, policy) }
    let isWhole = atEnd(rest, &notes)
    guard let tenant, isName, isWhole else { return nil }
    return AuthorityPath(
      tenant: tenant, policy: policy, canonical: "\(prefix)/\(tenant)/\(policy)")
  }

  private static func isLetterDigitHyphen(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
      || byte == 0x2D
  }

  private static func tenant(
    _ rest: inout ArraySlice<String>, _ notes: inout AuthorityNotes
  ) -> TenantID? {
    guard let text = rest.popFirst() else {
      notes.problem(.noTenant)
      return nil
    }
    if let alias = TenantAlias(text) {
      notes.problem(.commonTenant, alias.rawValue)
      return nil
    }
    guard let tenant = TenantID(text) else {
      notes.problem(.tenantMalformed, text)
      return nil
    }
    return tenant
  }

  private static func atEnd(_ rest: ArraySlice<String>, _ notes: inout AuthorityNotes) -> Bool {
    if rest.isEmpty { return true }
    notes.problem(.unknownPath, "/" + rest.joined(separator: "/"))
    return false
  }

  /// The tenant that an External ID host belongs to, for an authority without a path.
  private static func owner(of host: String, below suffix: String) -> TenantID? {
    host.label(before: suffix).flatMap { TenantID($0) ?? TenantID($0 + ".onmicrosoft.com") }
  }
}
