import EntraIdentity

/// One entry of `applications`.
enum ApplicationForm {
  static let keys =
    ["name", "client_id", "tags", "runbook", "expect", "credentials"] + InheritedSettings.keys

  /// What the tenant says.
  struct Context {
    let settings: InheritedSettings
    let tags: [String]
    let needsGUID: Bool
    let kindIsDeclared: Bool
  }

  static func read(
    _ field: Field, in tenant: Context, names: inout NameRegistry
  ) -> InventoryApplication? {
    guard let fields = field.fields("an application", known: keys) else { return nil }
    let name = names.name(in: fields)
    let clientID = fields.required("client_id").flatMap { readClientID($0, in: tenant) }
    var context = CredentialForm.Context(
      settings: tenant.settings, tags: tenant.tags, scopesMayBeEmpty: !tenant.needsGUID)
    context.override(by: fields)
    var credentialNames = NameRegistry("a credential")
    var credentials: [InventoryCredential] = []
    if let list = fields.required("credentials"), let items = list.items("a list of credentials") {
      if items.isEmpty {
        list.report(
          .noValue, "there is no credential, so that nothing would be looked at",
          hint: "name one, or remove the application")
      }
      for item in items {
        if let credential = CredentialForm.read(item, in: context, names: &credentialNames) {
          credentials.append(credential)
        }
      }
    }
    guard let name, let clientID else { return nil }
    return InventoryApplication(
      name: name, clientID: clientID, credentials: credentials,
      terms: InventoryTerms(context.settings, runbook: context.runbook, tags: context.tags),
      location: field.location)
  }

  private static func readClientID(_ field: Field, in tenant: Context) -> ClientID? {
    guard tenant.needsGUID else { return field.line("the client id").map { ClientID($0) } }
    if !tenant.kindIsDeclared, let text = field.text("a GUID"), GUID.canonical(text) == nil {
      field.report(
        .guid, "\(field.shown(text)) is not a GUID",
        hint: "the application's id, not its name; a generic issuer's tenant says kind: oidc")
      return nil
    }
    return field.guid().map { ClientID($0) }
  }
}
