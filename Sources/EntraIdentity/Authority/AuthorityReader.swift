/// Reads one authority: lexes, recognises the family, reads its path, and says what to write
/// instead.
struct AuthorityReader {
  let written: String
  let declared: AuthorityKind?
  private var notes = AuthorityNotes()
  private var kind: AuthorityKind?
  private var cloud: Cloud?

  init(written: String, declared: AuthorityKind?) {
    self.written = written
    self.declared = declared
  }

  private struct Parts {
    let url: EndpointURL
    let discoveryURL: EndpointURL
    let tenant: TenantID?
    let policy: String?
    let issuerURL: String?
  }

  mutating func read() -> AuthorityReading {
    kind = declared
    var parts: Parts?
    if let url = WrittenURL(written, notes: &notes) { parts = self.parts(of: url) }
    let suggestion =
      notes.isEmpty ? nil : parts.map { self.suggestion(for: $0) } ?? schemeSuggestion()
    let remarks = notes.remarks.map {
      AuthorityRemark($0.code, detail: $0.detail, suggestion: suggestion)
    }
    let problems = notes.problems.map {
      AuthorityProblem($0.code, detail: $0.detail, suggestion: suggestion)
    }
    var authority: Authority?
    if problems.isEmpty, let parts, let kind {
      authority = Authority(
        kind: kind, isDeclared: declared != nil, written: written, url: parts.url,
        discoveryURL: parts.discoveryURL, cloud: cloud, tenant: parts.tenant, policy: parts.policy,
        issuerURL: parts.issuerURL, remarks: remarks)
    }
    return AuthorityReading(
      written: written, authority: authority, kind: kind, cloud: cloud, problems: problems,
      remarks: remarks)
  }

  private mutating func parts(of url: WrittenURL) -> Parts? {
    var segments = url.segments
    let tail = EndpointTail.cut(from: &segments)
    guard
      let family = AuthorityFamily.seen(
        host: url.host, segments: segments, query: url.query, declared: declared, notes: &notes)
    else { return nil }
    cloud = family.cloud
    kind = declared ?? family.kind
    if let declared, declared != family.kind, !family.declarable.contains(declared) {
      notes.problem(
        .kindContradictsURL, "declared \(declared.rawValue), shown \(family.kind.rawValue)")
      return nil
    }
    remarkHost(url)
    if url.query != nil, kind != .b2c || url.query.map({ B2CQuery($0).hasOthers }) == true {
      notes.remark(.query)
    }
    if kind == .oidc { return issuerParts(of: url) }
    switch tail {
    case .none: break
    case .current: notes.remark(.endpointTail)
    case .v1: notes.remark(.v1Path)
    }
    // A lone slash is the empty path (RFC 3986, section 6.2.3); dSTS is documented with a slash
    // at its end, and an AD FS token endpoint has one.
    let endsFreely = url.path == "/" || kind == .dsts || (kind == .adfs && tail == .current)
    if url.path.holds("//") || (url.path.hasSuffix("/") && !endsFreely) {
      notes.remark(.straySlash)
    }
    let ciamSuffix = family.cloud?.ciamSuffix
    guard
      let kind,
      let path = AuthorityPath.read(
        kind: kind, segments: segments, url: url, ciamSuffix: ciamSuffix, notes: &notes)
    else { return nil }
    let version = kind == .adfs ? "" : "/v2.0"
    return make(
      host: url, path: path.canonical,
      discovery: path.canonical + version + "/.well-known/openid-configuration",
      tenant: path.tenant, policy: path.policy, issuerURL: nil)
  }

  private mutating func remarkHost(_ url: WrittenURL) {
    if let cloud {
      if cloud.status == .closed { notes.problem(.retiredHost, url.host) }
      if cloud.status == .internal { notes.remark(.internalHost, url.host) }
      if cloud.legacyAliases.contains(url.host)
        || (kind == .b2c && cloud.aliases.contains(url.host))
      {
        notes.remark(.legacyHost, url.host)
      }
      if let port = url.port { notes.remark(.port, String(port)) }
    } else if declared == nil,
      url.host.split(separator: ".").contains(where: { $0.hasPrefix("xn--") })
    {
      notes.remark(.punycodeHost, url.host)
    }
  }

  /// A generic issuer: the text is the identifier, and only a copied document address is cut off.
  private mutating func issuerParts(of url: WrittenURL) -> Parts? {
    let wellKnown = "/.well-known/openid-configuration"
    var issuer = url.text
    var path = url.path
    while path.hasSuffix(wellKnown) {
      notes.remark(.endpointTail)
      issuer.removeLast(wellKnown.count)
      path.removeLast(wellKnown.count)
    }
    // OpenID Connect Discovery 1.0, section 4.1: one slash at the end is removed, then the path
    // is appended.
    let base = path.hasSuffix("/") ? String(path.dropLast()) : path
    return make(
      host: url, path: path, discovery: base + wellKnown, tenant: nil, policy: nil,
      issuerURL: issuer)
  }

  private mutating func make(
    host url: WrittenURL, path: String, discovery: String, tenant: TenantID?, policy: String?,
    issuerURL: String?
  ) -> Parts? {
    do {
      return Parts(
        url: try EndpointURL(on: url.endpoint, path: path),
        discoveryURL: try EndpointURL(on: url.endpoint, path: discovery),
        tenant: tenant, policy: policy, issuerURL: issuerURL)
    } catch {
      notes.problem(.malformedURL)
      return nil
    }
  }

  /// The URL to write instead; nil where choosing it needs somebody's knowledge, and where user
  /// info means that the host may not be the one that was meant.
  private func suggestion(for parts: Parts) -> String? {
    guard notes.problems.allSatisfy({ $0.code == .notHTTPS || $0.code == .fragment }) else {
      return nil
    }
    let isLegacy = notes.remarks.contains { $0.code == .legacyHost }
    if cloud?.status == .internal { return nil }
    if kind == .b2c, isLegacy {
      guard case .domain(let domain) = parts.tenant, let policy = parts.policy,
        let suffix = cloud?.b2cSuffix, let name = domain.label(before: "onmicrosoft.com")
      else { return nil }
      return "https://\(name).\(suffix)/\(domain)/\(policy)"
    }
    if let issuer = parts.issuerURL { return "https" + issuer.drop { $0 != ":" } }
    guard let cloud, isLegacy || cloud.aliases.contains(parts.url.host) || parts.url.port != nil
    else { return parts.url.description }
    let successor = cloud.status == .legacy ? Cloud.usGovernment.host : cloud.host
    let host = isLegacy ? successor : parts.url.host
    return "https://" + host + parts.url.path
  }

  /// `login.microsoftonline.com/contoso.com`: what it would be with https:// before it.
  private func schemeSuggestion() -> String? {
    guard !written.contains("://"), !written.hasPrefix("/"), written.utf8.count <= 2048 else {
      return nil
    }
    return Authority.read("https://" + written, kind: declared).authority?.url.description
  }
}
