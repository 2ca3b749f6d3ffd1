import EntraIdentity

/// One entry of `tenants`.
enum TenantForm {
  static let keys =
    [
      "name", "authority", "kind", "tenant_id", "trusted_hosts", "client_authentication", "tags",
      "directory", "applications",
    ] + InheritedSettings.keys

  static func read(
    _ field: Field, defaults: InheritedSettings, names: inout NameRegistry
  ) -> InventoryTenant? {
    guard let fields = field.fields("a tenant", known: keys) else { return nil }
    let name = names.name(in: fields)
    let authority = fields.required(
      "authority", hint: "https://login.microsoftonline.com/ and the tenant's id"
    )?.line("the authority's URL", limit: 2_048)
    let kind = fields["kind"]?.choice(AuthorityKind.self)
    let needsGUID = isKnownByGUID(kind: kind, authority: authority)
    var settings = defaults
    settings.override(by: fields, scopesMayBeEmpty: !needsGUID || kind == .oidc)
    let tags = fields["tags"]?.lines("a tag", limit: 64) ?? []
    let context = ApplicationForm.Context(
      settings: settings, tags: tags, needsGUID: needsGUID,
      kindIsDeclared: kind != nil)
    var applicationNames = NameRegistry("an application")
    var applications: [InventoryApplication] = []
    for item in fields["applications"]?.items("a list of applications") ?? [] {
      if let application = ApplicationForm.read(item, in: context, names: &applicationNames) {
        applications.append(application)
      }
    }
    let directory = fields["directory"].flatMap {
      DirectoryForm.read($0, of: applications, at: authority, kind)
    }
    let hosts = trustedHosts(fields, kind: kind)
    let tenantID = fields["tenant_id"]?.guid()
    let authentication = fields["client_authentication"]?.choice(SecretAuthentication.self)
    guard let name, let authority else { return nil }
    return InventoryTenant(
      name: name, authority: authority, kind: kind, tenantID: tenantID, tags: tags,
      owner: settings.owner, directory: directory, trustedHosts: hosts,
      clientAuthentication: authentication ?? .post, applications: applications,
      location: field.location, unknownFor: settings.unknownFor,
      terms: InventoryTerms(settings, tags: tags))
  }

  /// Whether its applications are known by GUIDs: everywhere but at AD FS, where an administrator
  /// may choose the text, and at generic issuers. AD FS is also seen in the URL's path.
  private static func isKnownByGUID(kind: AuthorityKind?, authority: String?) -> Bool {
    if let kind { return kind != .oidc && kind != .adfs }
    let parts = (authority ?? "").lowercased().split(
      separator: "/", omittingEmptySubsequences: false)
    return !(parts.count > 3 && parts[3] == "adfs")
  }

  private static func trustedHosts(_ fields: Fields, kind: AuthorityKind?) -> [String] {
    guard let field = fields["trusted_hosts"], let items = field.items("a list of host names")
    else { return [] }
    if kind != .oidc {
      field.report(
        .wrongKind, "trusted_hosts is for generic issuers: a cloud's own hosts are known",
        hint: "write kind: oidc, or remove the key")
    }
    var result: [String] = []
    for item in items {
      guard let text = item.text("a host name") else { continue }
      guard let host = HostName.canonical(text) else {
        item.report(
          .host, "\(item.shown(text)) is not a host name",
          hint: "only the name, such as keys.partner.example: no scheme, port, path or wildcard")
        continue
      }
      if !result.contains(host) { result.append(host) }
    }
    return result
  }
}
